import { type Check, forTypes, type Rule } from "../../core/rule";

const attached: Check = () => [
  { path: "resource", found: "a grant to a single user", required: "a grant to a group or a role" },
];

/** Users get rights by groups, or better by roles that they take for a while. */
export const rule: Rule = {
  id: "identity-user-policies",
  title: "Users get their rights by groups or roles.",
  severity: "medium",
  frameworks: { "CIS AWS Foundations 7.0": ["2.13"], "ISO 27001:2022": ["A.5.18"], "SOC 2": ["CC6.3"] },
  why: "Rights of a single user are forgotten when the person changes teams.",
  fix: "Attach the policy to a group, or let people take a role.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  breaksBy: {
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": [],
    "aws:iam/userPolicy:UserPolicy": [],
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": [],
  },
  checks: forTypes(["aws:iam/userPolicy:UserPolicy", "aws:iam/userPolicyAttachment:UserPolicyAttachment"], attached),
};
