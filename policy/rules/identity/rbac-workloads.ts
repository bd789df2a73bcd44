import { alike, type Rule } from "../../core/rule";
import { type Right, rbacRoles, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [
  { group: "", resources: ["pods", "replicationcontrollers"], verbs: ["create", "update", "patch"] },
  {
    group: "apps",
    resources: ["deployments", "daemonsets", "replicasets", "statefulsets"],
    verbs: ["create", "update", "patch"],
  },
  { group: "batch", resources: ["jobs", "cronjobs"], verbs: ["create", "update", "patch"] },
];

/** Whoever makes a Pod may have it run as any service account of the namespace, and mount any Secret. Deployers and operators have to: it is advice. */
export const rule: Rule = {
  id: "identity-rbac-workloads",
  title: "Roles of Kubernetes that make workloads are known.",
  severity: "medium",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.4"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },
  levels: { prod: "advisory", staging: "advisory", dev: "advisory" },
  why: "A new Pod runs as any service account of its namespace and mounts any of its Secrets and volumes.",
  fix: "Leave it to the pipeline and to operators; keep what differs in rights in namespaces of its own.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation",
  breaksBy: alike(rbacRoles, rightsRead),
  checks: withoutRights(rbacRoles, rights, "roles that make no Pods"),
};
