import { alike, type Rule } from "../../core/rule";
import { clusterRoles, type Right, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [
  {
    group: "admissionregistration.k8s.io",
    resources: [
      "validatingwebhookconfigurations",
      "mutatingwebhookconfigurations",
      "mutatingadmissionpolicies",
      "mutatingadmissionpolicybindings",
    ],
    verbs: ["create", "update", "patch"],
  },
];

/** A webhook reads, and may change, every request to the API server. Controllers that keep certificates of webhooks have an exemption by their names. */
export const rule: Rule = {
  id: "identity-rbac-webhooks",
  title: "Roles of Kubernetes do not change admission webhooks but those that they name.",
  severity: "medium",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.12"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },

  why: "A webhook sees every object that is made, Secrets too, and may change it or let it pass.",
  fix: "Name the webhooks by resourceNames; exempt the controller that owns them.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks",
  breaksBy: alike(clusterRoles, rightsRead),
  checks: withoutRights(clusterRoles, rights, "names of the webhooks"),
};
