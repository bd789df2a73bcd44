import { alike, type Rule } from "../../core/rule";
import { clusterRoles, type Right, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [
  { group: "certificates.k8s.io", resources: ["certificatesigningrequests/approval"], verbs: ["update", "patch"] },
  { group: "certificates.k8s.io", resources: ["signers"], verbs: ["approve", "sign"] },
];

/** Whoever approves a request for a certificate, and may have made it, is whom it names. */
export const rule: Rule = {
  id: "identity-rbac-certificates",
  title: "Roles of Kubernetes do not approve certificates for any signer.",
  severity: "high",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.11"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },

  why: "A certificate of the API server's clients may name any user or group, an administrator too.",
  fix: "Name the signers by resourceNames, and leave approval to the controller.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing",
  breaksBy: alike(clusterRoles, rightsRead),
  checks: withoutRights(clusterRoles, rights, "names of the signers"),
};
