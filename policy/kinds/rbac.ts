import type { types } from "@pulumi/kubernetes";
import type { Finding } from "../core/finding";
import { type Check, check, forTypes } from "../core/rule";
import type { View } from "../core/view";

/** What is read of a role of Kubernetes. */
export interface RbacRole {
  rules?: types.output.rbac.v1.PolicyRule[];
  /** Of cluster roles only: labels of the cluster roles whose rules it has too. */
  aggregationRule?: { clusterRoleSelectors?: types.output.meta.v1.LabelSelector[] };
}

/** What a role may be granted: one of these verbs on one of these resources of that API group. */
export interface Right {
  group: string;
  resources: readonly string[];
  verbs: readonly string[];
}

const withPatches = (...kinds: string[]) =>
  kinds.flatMap((kind) => [kind, `${kind}Patch`]).map((kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`);

/** Of the whole cluster only: what belongs to no namespace, a role of one can't grant. A patch writes what it has, as any. */
export const clusterRoles = withPatches("ClusterRole");

/** Roles of a namespace and of the whole cluster. */
export const rbacRoles = [...withPatches("Role"), ...clusterRoles];

/** Bindings of roles. */
export const rbacBindings = withPatches("RoleBinding", "ClusterRoleBinding");

/** For `breaksBy`: what is read of a role. */
export const rightsRead = ["rules[].apiGroups", "rules[].resourceNames", "rules[].resources", "rules[].verbs"];

/**
 * Checks that roles grant none of those rights. A right on objects that are named is one for a task. A rule for everything is
 * left to `identity-wildcard-actions`.
 */
export function withoutRights(
  roles: readonly string[],
  rights: readonly Right[],
  required: string,
): Record<string, Check> {
  return forTypes(
    roles,
    check<RbacRole>((role) =>
      role
        .at("rules")
        .items()
        .flatMap((rule) => onceEach(rights.flatMap((right) => granted(rule, right, required)))),
    ),
  );
}

/** A star may grant several of the rights. */
function onceEach(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ path }, i) => findings.findIndex((other) => other.path === path) === i);
}

/** Verbs of requests that have no name in them; a star is these too. */
const withoutName = ["*", "list", "watch", "create", "deletecollection"];

function granted(rule: View<types.output.rbac.v1.PolicyRule>, right: Right, required: string): Finding[] {
  const allResources = rule
    .at("resources")
    .items()
    .filter((resource) => isOneOf(right.resources, resource));
  const allVerbs = rule
    .at("verbs")
    .items()
    .filter((verb) => isOneOf(right.verbs, verb));
  const group = rule
    .at("apiGroups")
    .items()
    .some((one) => isOneOf([right.group], one));
  const isEverything = (list: readonly View[]) => list.some((one) => one.text() === "*");
  if (!group || allVerbs.length === 0 || (isEverything(allResources) && isEverything(allVerbs))) return [];
  const names = rule.at("resourceNames");
  if (allResources.length === 0 || !names.known) return [];
  // RBAC compares the name of a request, and one without has "" (`ResourceNameMatches`): that name leaves in whatever has none.
  const named = names.items();
  if (named.length > 0 && !named.some((name) => name.text() === "")) return [];
  const isOpen = named.length === 0;
  const verbs = allVerbs.filter((verb) => isOpen || withoutName.includes(verb.text() ?? ""));
  const resources = allResources.filter((resource) => isOpen || !resource.text()?.includes("/"));
  if (verbs.length === 0) return [];
  const may = verbs.map((verb) => verb.text()).join(", ");
  return resources.map((resource) => ({ path: resource.path, found: `${resource.shown()} with ${may}`, required }));
}

/** A star is any; one before a subresource is that of any resource: `pods/exec` by `*` and by a star in the place of `pods`. */
function isOneOf(words: readonly string[], value: View): boolean {
  const text = value.text() ?? "";
  return text === "*" || words.some((word) => word === text || (text.startsWith("*/") && word.endsWith(text.slice(1))));
}
