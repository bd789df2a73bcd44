import { alike, type Rule } from "../../core/rule";
import { type Right, rbacRoles, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [{ group: "", resources: ["secrets"], verbs: ["get", "list", "watch"] }];

/** Secrets are read by those who need one of them: a list shows the contents, too. A controller that keeps Secrets in order, such as cert-manager, has an exemption by its name. */
export const rule: Rule = {
  id: "identity-rbac-secrets",
  title: "Roles of Kubernetes read no Secrets but those that they name.",
  severity: "medium",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.2"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },

  why: "Every password and token of the namespace, or of the cluster, is in them, tokens of administrators too.",
  fix: "Name the Secrets by resourceNames, or mount them; exempt a controller that manages Secrets.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets",
  breaksBy: alike(rbacRoles, rightsRead),
  checks: withoutRights(rbacRoles, rights, "names of the Secrets"),
};
