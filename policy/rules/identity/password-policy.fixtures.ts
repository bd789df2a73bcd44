import type { ResourceFixtures } from "../../core/fixture";

const type = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";
const fix = "Set minimumPasswordLength and passwordReusePrevention: 24.";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "long", type, properties: { minimumPasswordLength: 14, passwordReusePrevention: 24 } }],
  fails: [
    {
      name: "short",
      type,
      properties: { minimumPasswordLength: 8 },
      messages: [
        `minimumPasswordLength is 8; required: at least 14 letters. ${fix}`,
        `passwordReusePrevention is not set; required: at least 24 passwords. ${fix}`,
      ],
    },
  ],
};
