import type { ResourceFixtures } from "../../core/fixture";

const type = "aws:backup/vault:Vault";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "with a key", type, properties: { kmsKeyArn: "arn:aws:kms:key" } }],
  fails: [
    {
      name: "as it comes",
      type,
      properties: {},
      messages: ["kmsKeyArn is not set; required: a value. Set kmsKeyArn."],
    },
  ],
};
