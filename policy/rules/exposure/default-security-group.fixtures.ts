import type { ResourceFixtures } from "../../core/fixture";

const fix = "Declare it with empty lists of rules, and give each resource a group of its own.";
const group = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const itself = { protocol: "-1", self: true, fromPort: 0, toPort: 0 };

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "closed", type: group, properties: { vpcId: "vpc-1", ingress: [], egress: [] } },
    { name: "nothing said", type: group, properties: { vpcId: "vpc-1" } },
  ],
  fails: [
    {
      name: "Amazon's own rules",
      type: group,
      properties: {
        ingress: [itself],
        egress: [itself, { protocol: "-1", cidrBlocks: ["0.0.0.0/0"], fromPort: 0, toPort: 0 }],
      },
      messages: [`ingress is 1 rule; required: none. ${fix}`, `egress is 2 rules; required: none. ${fix}`],
    },
  ],
};
