import type { Rule } from "../../core/rule";
import { ofVariables, variablesBreakBy } from "../../kinds/variables";

/** Secrets come to programs by reference. The scripts of machines: `identity-secret-in-user-data`. */
export const rule: Rule = {
  id: "containers-secret-in-environment",
  title: "Secrets come to programs by reference, not in clear text: in variables, settings, arguments.",
  severity: "critical",
  frameworks: {
    "ISO 27001:2022": ["A.5.17", "A.8.24"],
    "SOC 2": ["CC6.1"],
    "PCI DSS 4.0": ["8.3.2"],
    HIPAA: ["164.312(a)(2)(iv)"],
  },
  why: "Whoever may read the definition, its history or a preview reads the secret.",
  fix: "Put it into the secret store, and refer to it: secretKeyRef, secrets of ECS, valueSource, secretRef, a Key Vault reference.",
  source: "https://kubernetes.io/docs/concepts/configuration/secret/",
  breaksBy: variablesBreakBy(),
  checks: ofVariables(),
};
