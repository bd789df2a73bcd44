import { alike, type Rule } from "../../core/rule";
import { clusterRoles, type Right, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [{ group: "", resources: ["nodes/proxy"], verbs: ["get", "create"] }];

/** The proxy of nodes is the kubelet's API, past admission and audit: reading is enough to run commands, for it runs them by GET. */
export const rule: Rule = {
  id: "identity-rbac-nodes",
  title: "Roles of Kubernetes do not reach the kubelet's API.",
  severity: "high",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.10"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },

  why: "The kubelet runs commands in every Pod of the node, and neither admission nor the audit log sees it.",
  fix: "Grant nodes/metrics, nodes/stats or nodes/log instead.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes",
  breaksBy: alike(clusterRoles, rightsRead),
  checks: withoutRights(clusterRoles, rights, "roles without the proxy of nodes"),
};
