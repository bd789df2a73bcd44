import type { Rule } from "../../core/rule";
import { escalations } from "../../kinds/escalation";
import { identityPolicies, ofDocuments } from "../../kinds/policy-documents";

/** What is read of a policy. */
const read = ["Action", "Condition.*.*", "Effect", "NotAction", "NotResource", "Resource"];

/** Policies that let their holder take, make or change what has more rights than he has. Of one's own user it may. */
export const rule: Rule = {
  id: "identity-escalation",
  title: "Policies of AWS do not lead to the rights of others.",
  severity: "high",
  frameworks: { "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"], "PCI DSS 4.0": ["7.2.2"] },
  why: "With a new access key of another user, a policy of his own or a machine under another role, the holder is an administrator in two steps.",
  fix: "Name the users, roles or functions that it is about; pass named roles only, with iam:PassedToService.",
  source: "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
  breaksBy: Object.fromEntries(
    Object.entries(identityPolicies).map(([type, path]) => [type, read.map((name) => `${path}.Statement[].${name}`)]),
  ),
  checks: ofDocuments(identityPolicies, escalations),
};
