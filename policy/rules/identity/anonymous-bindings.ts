import type { types } from "@pulumi/kubernetes";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import { rbacBindings } from "../../kinds/rbac";

/** Kubernetes' names for anonymous callers, for every authenticated account, and for every Pod's account. */
const everybody = ["system:anonymous", "system:unauthenticated", "system:authenticated", "system:serviceaccounts"];

/** What a binding of Kubernetes says. */
interface Binding {
  subjects?: types.output.rbac.v1.Subject[];
}

/** Roles are granted to somebody. */
export const rule: Rule = {
  id: "identity-anonymous-bindings",
  title: "Roles of Kubernetes are granted to somebody, not to everybody.",
  severity: "critical",
  frameworks: { "ISO 27001:2022": ["A.5.15"], "SOC 2": ["CC6.1"], "PCI DSS 4.0": ["7.2.1"] },
  why: "Whoever reaches the API server has the role, without a password.",
  fix: "Bind the role to a user, a group of yours, or a service account.",
  source: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles",
  breaksBy: alike(rbacBindings, ["subjects[].name"]),
  checks: forTypes(
    rbacBindings,
    check<Binding>((binding) =>
      binding
        .at("subjects")
        .items()
        .map((subject) => subject.at("name"))
        .filter((name) => everybody.includes(name.text() ?? ""))
        .map((name) => ({ path: name.path, found: name.shown(), required: "somebody that you name" })),
    ),
  ),
};
