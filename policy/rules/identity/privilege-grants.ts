import type { types } from "@pulumi/kubernetes";
import { check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";

/** Verbs by which one gets rights that one has not (Kubernetes documentation, "RBAC Good Practices"). */
const granting = ["bind", "escalate", "impersonate"];

type RbacRole = { rules?: types.output.rbac.v1.PolicyRule[] };

/** Whether it is on objects that are named, and none of them is whoever may do everything. */
function isForTask(names: View<string[] | undefined>): boolean {
  const list = names.items();
  return (
    !names.known ||
    (list.length > 0 && !list.some((name) => /^(\*|cluster-admin|system:masters)$/.test(name.text() ?? "")))
  );
}

/** Nobody may grant himself more. */
export const rule: Rule = {
  id: "identity-privilege-grants",
  title: "Roles of Kubernetes do not let their holders grant themselves more.",
  severity: "high",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.8"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },
  why: "Whoever may bind, escalate or impersonate is an administrator in two steps.",
  mend: "Leave bind, escalate and impersonate to administrators.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
  breaksBy: {
    "kubernetes:rbac.authorization.k8s.io/v1:Role": ["rules[].resourceNames", "rules[].verbs"],
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole": ["rules[].resourceNames", "rules[].verbs"],
  },
  checks: forTypes(
    ["Role", "ClusterRole"].map((kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`),
    check<RbacRole>((role) =>
      role
        .at("rules")
        .items()
        .flatMap((one) => (isForTask(one.at("resourceNames")) ? [] : one.at("verbs").items()))
        .filter((verb) => granting.includes(verb.text() ?? ""))
        .map((verb) => ({ path: verb.path, found: verb.shown(), required: "verbs that grant nothing" })),
    ),
  ),
};
