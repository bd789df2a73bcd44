import type { ResourceFixtures } from "../../core/fixture";

const fix =
  'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkRuleSet.defaultAction to "Deny".';
const type = "azure-native:containerregistry:Registry";
const settings = { required: true };
const named = (...addresses: string[]) => ({
  networkRuleSet: { defaultAction: "Deny", ipRules: addresses.map((iPAddressOrRange) => ({ iPAddressOrRange })) },
});

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "where it is not asked for", type, properties: {} },
    { name: "closed", type, properties: { publicNetworkAccess: "Disabled" }, settings },
    {
      name: "for addresses that it names",
      type,
      properties: named("192.0.2.0/24"),
      settings,
      harmless: { "networkRuleSet.ipRules": "Without addresses nobody comes in by one." },
    },
  ],
  fails: [
    {
      name: "as it comes",
      type,
      properties: {},
      settings,
      messages: [
        `publicNetworkAccess is not set, and networkRuleSet.defaultAction not set; required: "Disabled", or "Deny" for networks that are not named. ${fix}`,
      ],
    },
    {
      name: "that denies, and names everybody",
      type,
      properties: named("192.0.2.0/24", "0.0.0.0/0"),
      settings,
      messages: [
        `networkRuleSet.ipRules[1].iPAddressOrRange is "0.0.0.0/0"; required: addresses that you know. ${fix}`,
      ],
    },
  ],
};
