import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Set metadataOptions.httpTokens to "required".';
const instance = "aws:ec2/instance:Instance";
const spot = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const all = [instance, spot, template, "aws:ec2/launchConfiguration:LaunchConfiguration"];

export const fixtures: ResourceFixtures = {
  passes: [
    ...all.map((type) => ({
      name: "a token",
      type,
      properties: { metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 } },
    })),
    { name: "switched off", type: template, properties: { metadataOptions: { httpEndpoint: "disabled" } } },
    ...[instance, spot].map((type) => ({
      name: "of a template",
      type,
      properties: { launchTemplate: { id: "lt-1" } },
    })),
  ],
  fails: [
    ...all.map((type) => ({
      name: "nothing said",
      type,
      properties: { instanceType: "t3.micro" },
      messages: [`metadataOptions.httpTokens is not set; required: "required". ${fix}`],
    })),
    {
      name: "a token or none, for everything behind it",
      type: instance,
      properties: { metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 64 } },
      messages: [
        `metadataOptions.httpTokens is "optional"; required: "required". ${fix}`,
        `metadataOptions.httpPutResponseHopLimit is 64; required: at most 2. ${fix}`,
      ],
    },
  ],
};
