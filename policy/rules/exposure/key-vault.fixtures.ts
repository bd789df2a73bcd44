import type { ResourceFixtures } from "../../core/fixture";

const fix =
  'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkAcls.defaultAction to "Deny".';
const required = '"Disabled", or "Deny" for networks that are not named';
const types = ["azure-native:keyvault:Vault", "azure-native:keyvault:ManagedHsm"];

export const fixtures: ResourceFixtures = {
  passes: types.flatMap((type) => [
    { name: "no public address", type, properties: { properties: { publicNetworkAccess: "Disabled" } } },
    { name: "named networks", type, properties: { properties: { networkAcls: { defaultAction: "Deny" } } } },
    {
      name: "a named address",
      type,
      properties: { properties: { networkAcls: { defaultAction: "Deny", ipRules: [{ value: "192.0.2.1" }] } } },
      harmless: { "properties.networkAcls.ipRules": "Without addresses nobody comes in by one." },
    },
  ]),
  fails: types.flatMap((type) => [
    {
      name: "a denial that names everybody",
      type,
      properties: { properties: { networkAcls: { defaultAction: "Deny", ipRules: [{ value: "0.0.0.0/1" }] } } },
      messages: [`properties.networkAcls.ipRules[0].value is "0.0.0.0/1"; required: addresses that you know. ${fix}`],
    },
    {
      name: "nothing said",
      type,
      properties: { properties: { tenantId: "t" } },
      messages: [
        `properties.publicNetworkAccess is not set, and properties.networkAcls.defaultAction not set; required: ${required}. ${fix}`,
      ],
    },
    {
      name: "everybody",
      type,
      properties: { properties: { publicNetworkAccess: "Enabled", networkAcls: { defaultAction: "Allow" } } },
      messages: [
        `properties.publicNetworkAccess is "Enabled", and properties.networkAcls.defaultAction "Allow"; required: ${required}. ${fix}`,
      ],
    },
  ]),
};
