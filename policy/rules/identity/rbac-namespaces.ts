import { alike, type Rule } from "../../core/rule";
import { type Right, rbacRoles, rightsRead, withoutRights } from "../../kinds/rbac";

/**
 * What is asked for (Kubernetes documentation, "RBAC Good Practices"). A request about a namespace is one in it, so a role of one
 * may change it (`RequestInfoFactory`), and its subresources take labels too (`namespaceStatusStrategy`, `namespaceFinalizeStrategy`).
 */
export const rights: readonly Right[] = [
  { group: "", resources: ["namespaces", "namespaces/status", "namespaces/finalize"], verbs: ["update", "patch"] },
];

/** The labels of a namespace say what its Pods may do and who may reach them. */
export const rule: Rule = {
  id: "identity-rbac-namespaces",
  title: "Roles of Kubernetes do not change namespaces but those that they name.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },
  why: "Whoever changes a namespace takes the label of the Pod Security Standards off it, or gives it one that network policies let in.",
  fix: "Name the namespaces by resourceNames; exempt the controller that owns them.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification",
  breaksBy: alike(rbacRoles, rightsRead),
  checks: withoutRights(rbacRoles, rights, "names of the namespaces"),
};
