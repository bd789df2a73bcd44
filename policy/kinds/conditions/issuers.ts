import { isFixed } from "./callers";

/** Says which values of a claim name somebody. A star in a value is any text. */
type Claim = (value: string) => boolean;

/** An issuer of tokens that many customers share, and its claims that say whose a token is. */
interface Issuer {
  host: RegExp;
  claims: Readonly<Record<string, Claim>>;
}

/** A whole value, or one whose begin has that form before any star. */
function begins(form: RegExp): Claim {
  return (value) => isFixed(value) || (!value.includes("${") && form.test(value.split(/[*?]/)[0] ?? ""));
}

/** As `begins`, of a claim that its customer may have made of other parts: a whole value has to have the form too. */
function has(form: RegExp): Claim {
  return (value) => begins(form)(value) && (form.test(value) || !isFixed(value));
}

const owner = begins(/^[^/]+\//);
const serviceAccount = begins(/^system:serviceaccount:[^:]+:/);

/**
 * Shared issuers. GitHub: "OpenID Connect reference" (GitHub Actions documentation); `job_workflow_ref` is not among the claims,
 * for a public workflow may be called by any repository. GitLab: "OpenID Connect (OIDC) Authentication Using ID Tokens".
 * Terraform: "Workload identity tokens" (HCP Terraform documentation). Google, Amazon, Facebook and Cognito: "IAM and AWS STS
 * condition context keys" (IAM User Guide), where `aud` is Google's `azp`, which no other has, and `oaud` what the caller
 * asked for. Buildkite: "OIDC in Buildkite Pipelines".
 */
const shared: readonly Issuer[] = [
  {
    host: /^token\.actions\.githubusercontent\.com(\/|$)/,
    claims: {
      sub: has(/^(repo(sitory)?:[^/]+\/|(repository_id|repository_owner(_id)?|enterprise(_id)?):[^:]+(:|$))/),
      repository: owner,
      repository_id: isFixed,
      repository_owner: isFixed,
      repository_owner_id: isFixed,
      enterprise: isFixed,
      enterprise_id: isFixed,
      workflow_ref: owner,
    },
  },
  {
    host: /^gitlab\.com$/,
    claims: {
      sub: has(/^project_path:[^/]+\//),
      namespace_id: isFixed,
      namespace_path: begins(/^[^/]+\//),
      project_id: isFixed,
      project_path: owner,
    },
  },
  {
    host: /^app\.(eu\.)?terraform\.io$/,
    claims: {
      sub: has(/^organization:[^:]+:/),
      terraform_full_workspace: begins(/^organization:[^:]+:/),
      terraform_organization_id: isFixed,
      terraform_organization_name: isFixed,
      terraform_project_id: isFixed,
      terraform_workspace_id: isFixed,
    },
  },
  {
    host: /^agent\.buildkite\.com$/,
    claims: {
      sub: begins(/^organization:[^:]+:/),
      organization_id: isFixed,
      organization_slug: isFixed,
      pipeline_id: isFixed,
    },
  },
  { host: /^accounts\.google\.com$/, claims: { sub: isFixed, azp: isFixed, email: isFixed, hd: isFixed } },
  { host: /^cognito-identity\.amazonaws\.com$/, claims: { aud: isFixed, sub: isFixed } },
  { host: /^www\.amazon\.com$/, claims: { app_id: isFixed, user_id: isFixed } },
  { host: /^graph\.facebook\.com$/, claims: { app_id: isFixed, id: isFixed } },
  {
    host: /^(oidc\.eks\.|oidc-eks\.|container\.googleapis\.com\/|[\w.-]*oic\.prod-aks\.azure\.com\/)/,
    claims: { sub: serviceAccount, "kubernetes.io.namespace": isFixed },
  },
];

/** Claims that say nothing of whose a token is: for whom, by whom and until when it was made, and how somebody logged in. */
const ofNobody = new Set(["aud", "oaud", "iss", "exp", "iat", "nbf", "jti", "amr", "acr"]);

/**
 * A value that fixes a part of what an unknown issuer says: whole, or two whole parts before any star, or one that is a UUID.
 */
function parts(value: string): boolean {
  if (isFixed(value)) return true;
  const whole = (value.split(/[*?]|\$\{/)[0] ?? "")
    .split(/[:/|]/)
    .slice(0, -1)
    .filter((part) => part !== "");
  return whole.length >= 2 || whole.some((part) => /[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}/i.test(part));
}

/** Which values of an issuer's claim name somebody; of an issuer that is not shared, of any claim on whose a token is. */
export function claimsOf(issuer: string): (claim: string) => Claim | undefined {
  const host = issuer
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "")
    .toLowerCase();
  const known = shared.find((one) => one.host.test(host));
  if (known === undefined) return (claim) => (ofNobody.has(claim) ? undefined : parts);
  return (claim) => (Object.hasOwn(known.claims, claim) ? known.claims[claim] : undefined);
}

/** As `claimsOf`, by the names that IAM has for claims: Google's `azp` is `aud` there. */
export function awsClaimsOf(issuer: string): (claim: string) => Claim | undefined {
  const claims = claimsOf(issuer);
  const isGoogle = /^(https:\/\/)?accounts\.google\.com/.test(issuer);
  return (claim) => claims(isGoogle && claim === "aud" ? "azp" : claim);
}

/** The claims of an issuer that say whose a token is, in words; of one that is not shared, its subject. */
export function claimNames(issuer: string): string {
  const names = ["sub", "repository", "project_path", "app_id", "aud"].filter(
    (name) => claimsOf(issuer)(name) !== undefined,
  );
  return names.join(" or ");
}
