/** Basic roles, which reach over all services (Google Cloud, "IAM roles and permissions index", "Basic roles"). */
export const basicRoles: ReadonlySet<string> = new Set(["roles/admin", "roles/editor", "roles/owner", "roles/writer"]);

/** Roles that may grant any role (Google Cloud, "Roles for Resource Manager", "IAM roles and permissions index"). */
export const grantingRoles: ReadonlySet<string> = new Set([
  "roles/iam.securityAdmin",
  "roles/resourcemanager.folderAdmin",
  "roles/resourcemanager.folderIamAdmin",
  "roles/resourcemanager.organizationAdmin",
  "roles/resourcemanager.projectIamAdmin",
]);

/** Roles by which one acts as a service account, or makes keys of it ("Roles for service account authentication"). */
export const actingRoles: ReadonlySet<string> = new Set([
  "roles/iam.serviceAccountAdmin",
  "roles/iam.serviceAccountKeyAdmin",
  "roles/iam.serviceAccountOpenIdTokenCreator",
  "roles/iam.serviceAccountTokenCreator",
  "roles/iam.serviceAccountUser",
  "roles/iam.workloadIdentityUser",
]);

/** Roles by which one makes what others are granted by: custom roles, and pools of foreign identities. */
const makingRoles: ReadonlySet<string> = new Set([
  "roles/iam.organizationRoleAdmin",
  "roles/iam.roleAdmin",
  "roles/iam.workloadIdentityPoolAdmin",
]);

/** Whether who may grant this role has everything in the end. */
export function leadsToAll(role: string): boolean {
  return [basicRoles, grantingRoles, actingRoles, makingRoles].some((roles) => roles.has(role));
}

/** What holds resources, and is none that a grant could be held to: all that the grant is on may be in it. */
const holders = new Set(["projects", "folders", "organizations", "locations", "regions", "zones"]);

/**
 * Whether a value of `resource.name`, which may begin or end with a star, names a resource, or those that begin alike:
 * `projects/_/buckets/shop*`, but not `projects/*` (IAM documentation, "Resource attributes", the formats of names).
 */
export function namesResource(value: string): boolean {
  // What `extract('projects/_/buckets/{name}/')` takes out comes after the first of that, with which every name begins.
  if (/^\*(projects|folders|organizations)\//.test(value)) return namesResource(value.slice(1));
  const isEnd = value.startsWith("*");
  if (isEnd ? !value.startsWith("*/") : !/^(projects|folders|organizations)\//.test(value)) return false;
  const parts = value
    .replace(/^\*\//, "")
    .split("/")
    .filter((part) => part !== "global");
  return parts.some((collection, i) => {
    const id = parts[i + 1] ?? "";
    return i % 2 === 0 && /^[a-z]\w*$/i.test(collection) && !holders.has(collection) && /^[^*?]/.test(id);
  });
}

/** Whether a value of `resource.service` or `resource.type` is of a service that grants nothing: not IAM, nor Resource Manager. */
export function namesService(value: string): boolean {
  return /^[\w-]+\.googleapis\.com(\/\w+)?$/.test(value) && !/^(iam|cloudresourcemanager)\./.test(value);
}

/** Whether a tag is named, as `resource.matchTag` and `matchTagId` ask for it: `shop/environment=dev`, `tagKeys/1=tagValues/2`. */
export function namesTag(value: string): boolean {
  return /^[^/=*]+\/[^/=*]+=[^=*]+$/.test(value);
}
