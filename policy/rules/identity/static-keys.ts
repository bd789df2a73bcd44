import { type Check, forTypes, type Rule } from "../../core/rule";

const key: Check = () => [
  { path: "resource", found: "a key that never expires", required: "an identity whose credentials are short-lived" },
];

/** Credentials do not outlive what they are for: roles, workload identities and OIDC give new ones by the hour. */
export const rule: Rule = {
  id: "identity-static-keys",
  title: "Nobody has a key that never expires.",
  severity: "high",
  frameworks: {
    "CIS GCP Foundation 5.0": ["1.5"],
    "ISO 27001:2022": ["A.5.17"],
    "SOC 2": ["CC6.1"],
    "PCI DSS 4.0": ["8.6.3"],
  },
  why: "A key in a file, a log or a laptop is valid until somebody notices that it was copied.",
  fix: "Use a role, a workload identity or OIDC federation; in Kubernetes a projected token.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  breaksBy: {
    "kubernetes:core/v1:Secret": ["type"],
    "aws:iam/accessKey:AccessKey": [],
    "gcp:serviceaccount/key:Key": [],
    "gcp:storage/hmacKey:HmacKey": [],
  },
  checks: {
    ...forTypes(["aws:iam/accessKey:AccessKey", "gcp:serviceaccount/key:Key", "gcp:storage/hmacKey:HmacKey"], key),
    "kubernetes:core/v1:Secret": (secret, context) => {
      const type = secret.as<{ type: string }>().at("type");
      return type.text() === "kubernetes.io/service-account-token" ? key(secret, context) : [];
    },
  },
};
