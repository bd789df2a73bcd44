import type { types } from "@pulumi/kubernetes";
import type { Finding } from "../core/finding";
import { type Check, check, forTypes } from "../core/rule";
import type { View } from "../core/view";

/** What is read of a role of Kubernetes. */
export interface RbacRole {
  rules?: types.output.rbac.v1.PolicyRule[];
}

/** What a role may be granted: one of these verbs on one of these resources of that API group. */
export interface Right {
  group: string;
  resources: readonly string[];
  verbs: readonly string[];
}

/** Roles of a namespace and of the whole cluster. */
export const rbacRoles = ["Role", "ClusterRole"].map((kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`);

/** Of the whole cluster only: what belongs to no namespace, a role of one can't grant. */
export const clusterRoles = rbacRoles.slice(1);

/** Bindings of roles. */
export const rbacBindings = ["RoleBinding", "ClusterRoleBinding"].map(
  (kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`,
);

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

function granted(rule: View<types.output.rbac.v1.PolicyRule>, right: Right, required: string): Finding[] {
  const resources = rule
    .at("resources")
    .items()
    .filter((resource) => isOneOf(right.resources, resource));
  const verbs = rule
    .at("verbs")
    .items()
    .filter((verb) => isOneOf(right.verbs, verb));
  const group = rule
    .at("apiGroups")
    .items()
    .some((one) => isOneOf([right.group], one));
  const isEverything = (list: readonly View[]) => list.some((one) => one.text() === "*");
  if (!group || verbs.length === 0 || (isEverything(resources) && isEverything(verbs))) return [];
  const names = rule.at("resourceNames");
  if (resources.length === 0 || !names.known || names.items().length > 0) return [];
  const may = verbs.map((verb) => verb.text()).join(", ");
  return resources.map((resource) => ({ path: resource.path, found: `${resource.shown()} with ${may}`, required }));
}

/** A star is any; one before a subresource is that of any resource: `pods/exec` by `*` and by a star in the place of `pods`. */
function isOneOf(words: readonly string[], value: View): boolean {
  const text = value.text() ?? "";
  return text === "*" || words.some((word) => word === text || (text.startsWith("*/") && word.endsWith(text.slice(1))));
}
