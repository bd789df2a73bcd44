import type * as aws from "@pulumi/aws";
import { isAtLeast, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting, everywhere } from "../../core/setting";

const minimumLength = countSetting("minimumLength", "Letters that a password has at least.", everywhere(14));

/** Passwords of an account's users are long, and not used again. */
export const rule: Rule = {
  id: "identity-password-policy",
  title: "Passwords are long, and are not used again.",
  severity: "medium",
  frameworks: {
    "CIS AWS Foundations 7.0": ["2.8", "2.9"],
    "ISO 27001:2022": ["A.5.17"],
    "SOC 2": ["CC6.1"],
    "PCI DSS 4.0": ["8.3.6", "8.3.7"],
  },
  why: "Short passwords are guessed, and old ones are for sale.",
  fix: "Set minimumPasswordLength and passwordReusePrevention: 24.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
  breaksBy: {
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": ["minimumPasswordLength", "passwordReusePrevention"],
  },
  settings: [minimumLength],
  checks: {
    "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": check<aws.iam.AccountPasswordPolicyArgs>(
      (policy, context) => [
        ...must(policy.at("minimumPasswordLength"), isAtLeast(context.get(minimumLength), "letters")),
        ...must(policy.at("passwordReusePrevention"), isAtLeast(24, "passwords")),
      ],
    ),
  },
};
