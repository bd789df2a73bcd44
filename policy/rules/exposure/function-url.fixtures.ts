import type { ResourceFixtures } from "../../core/fixture";
import { namingGrants, openGrants } from "../../kinds/everyone.fixtures";
import { functionGrants } from "../../kinds/google-grants";

const type = "aws:lambda/functionUrl:FunctionUrl";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "signed", type, properties: { functionName: "app", authorizationType: "AWS_IAM" } },
    ...namingGrants(functionGrants, {}),
  ],
  fails: [
    ...openGrants(
      functionGrants,
      {},
      "Let the identities call it that need it, and have a load balancer or CDN with an identity stand before it.",
    ),
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
