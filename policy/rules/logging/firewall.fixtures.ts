import type { StackFixtures } from "../../core/fixture";

const fix = "Add a WebAclLoggingConfiguration; on Google Cloud a logConfig of the rule.";
const acl = "aws:wafv2/webAcl:WebAcl";
const firewall = "gcp:compute/firewall:Firewall";

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "with logs",
      resources: [
        { name: "acl", type: acl, properties: { scope: "REGIONAL" } },
        {
          name: "logging",
          type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
          properties: { resourceArn: "arn:acl" },
          uses: { resourceArn: "acl" },
        },
        { name: "rule", type: firewall, properties: { logConfig: { metadata: "INCLUDE_ALL_METADATA" } } },
      ],
      messages: {},
    },
    {
      name: "a rule that is off",
      resources: [{ name: "rule", type: firewall, properties: { disabled: true } }],
      messages: {},
    },
    {
      name: "without",
      resources: [
        { name: "acl", type: acl, properties: {} },
        { name: "rule", type: firewall, properties: {} },
      ],
      messages: {
        acl: [`logging configuration is not there; required: one with this resourceArn. ${fix}`],
        rule: [`logConfig is not set; required: a value. ${fix}`],
      },
    },
  ],
};
