import type { ResourceFixtures } from "../../core/fixture";

const mend =
  'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkRuleSet.defaultAction to "Deny".';
const required = '"Disabled", or "Deny" for networks that are not named';
const type = "azure-native:storage:StorageAccount";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "no public address", type, properties: { publicNetworkAccess: "Disabled" } },
    { name: "in a perimeter", type, properties: { publicNetworkAccess: "SecuredByPerimeter" } },
    { name: "named networks", type, properties: { networkRuleSet: { defaultAction: "Deny" } } },
  ],
  fails: [
    {
      name: "nothing said",
      type,
      properties: { kind: "StorageV2" },
      messages: [
        `publicNetworkAccess is not set, and networkRuleSet.defaultAction not set; required: ${required}. ${mend}`,
      ],
    },
    {
      name: "everybody",
      type,
      properties: { publicNetworkAccess: "Enabled", networkRuleSet: { defaultAction: "Allow" } },
      messages: [
        `publicNetworkAccess is "Enabled", and networkRuleSet.defaultAction "Allow"; required: ${required}. ${mend}`,
      ],
    },
  ],
};
