import { alike, type Rule } from "../../core/rule";
import { type Right, rbacRoles, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [{ group: "", resources: ["serviceaccounts/token"], verbs: ["create"] }];

/** A token of a service account is that account. */
export const rule: Rule = {
  id: "identity-rbac-tokens",
  title: "Roles of Kubernetes make tokens only for service accounts that they name.",
  severity: "high",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.13"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },

  why: "A token of another service account has its rights, and outlives the Pod that asked.",
  fix: "Name the service account by resourceNames.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request",
  breaksBy: alike(rbacRoles, rightsRead),
  checks: withoutRights(rbacRoles, rights, "names of the service accounts"),
};
