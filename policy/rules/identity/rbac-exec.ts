import { alike, type Rule } from "../../core/rule";
import { type Right, rbacRoles, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [
  { group: "", resources: ["pods/exec", "pods/attach"], verbs: ["get", "create"] },
  { group: "", resources: ["pods/ephemeralcontainers"], verbs: ["update", "patch"] },
];

/**
 * A command in a Pod has its Secrets, its token and its network. Before Kubernetes 1.35 GET was enough,
 * for a client that asks by WebSocket.
 */
export const rule: Rule = {
  id: "identity-rbac-exec",
  title: "Roles of Kubernetes run no commands in Pods.",
  severity: "high",
  frameworks: { "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },

  why: "A command in a Pod reads its Secrets and its token, and nothing in the image or the manifest shows it.",
  fix: "Leave it to administrators in an emergency, or name the Pods by resourceNames.",
  source: "https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb",
  breaksBy: alike(rbacRoles, rightsRead),
  checks: withoutRights(rbacRoles, rights, "roles that run no commands"),
};
