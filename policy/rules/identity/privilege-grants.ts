import { alike, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type RbacRole, rbacRoles } from "../../kinds/rbac";

/** Verbs by which one gets rights that one has not (Kubernetes documentation, "RBAC Good Practices"). */
const granting = ["bind", "escalate", "impersonate"];

/** Whether it is on objects that are named, and none of them is an administrator. `escalate` writes any right into one. */
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
  fix: "Leave bind, escalate and impersonate to administrators.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
  breaksBy: alike(rbacRoles, ["rules[].resourceNames", "rules[].verbs"]),
  checks: forTypes(
    rbacRoles,
    check<RbacRole>((role) =>
      role
        .at("rules")
        .items()
        .flatMap((one) => {
          const isTask = isForTask(one.at("resourceNames"));
          return one
            .at("verbs")
            .items()
            .filter((verb) => granting.includes(verb.text() ?? "") && (!isTask || verb.text() === "escalate"));
        })
        .map((verb) => ({ path: verb.path, found: verb.shown(), required: "verbs that grant nothing" })),
    ),
  ),
};
