import type { ResourceFixtures } from "../../core/fixture";

const type = "aws:lambda/functionUrl:FunctionUrl";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "signed", type, properties: { functionName: "app", authorizationType: "AWS_IAM" } }],
  fails: [
    {
      name: "everybody",
      type,
      properties: { functionName: "app", authorizationType: "NONE" },
      messages: [
        'authorizationType is "NONE"; required: "AWS_IAM". Set authorizationType to "AWS_IAM", and have CloudFront sign requests by origin access control.',
      ],
    },
  ],
};
