import type { ResourceFixtures } from "../../core/fixture";

const message =
  "resource is a key that never expires; required: an identity whose credentials are short-lived. Use a role, a workload identity or OIDC federation; in Kubernetes a projected token.";
const keys = ["aws:iam/accessKey:AccessKey", "gcp:serviceaccount/key:Key", "gcp:storage/hmacKey:HmacKey"];
const secret = "kubernetes:core/v1:Secret";

export const fixtures: ResourceFixtures = {
  neverPasses: keys,
  passes: [
    {
      name: "another secret",
      type: secret,
      properties: { type: "Opaque" },
      harmless: { type: "Other secrets are other things." },
    },
    { name: "a secret of no type", type: secret, properties: { metadata: { name: "web" } } },
  ],
  fails: [
    ...keys.map((type) => ({ name: "a key", type, properties: {}, messages: [message] })),
    {
      name: "a token",
      type: secret,
      properties: { type: "kubernetes.io/service-account-token" },
      messages: [message],
    },
  ],
};
