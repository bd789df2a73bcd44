import type { ResourceFixtures } from "../../core/fixture";

const type = "azure-native:keyvault:Vault";
const fix = "Set properties.enableRbacAuthorization: true, and assign roles for single secrets.";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "by roles", type, properties: { properties: { enableRbacAuthorization: true } } }],
  fails: [
    {
      name: "as it comes",
      type,
      properties: { properties: {} },
      messages: [`properties.enableRbacAuthorization is not set; required: true. ${fix}`],
    },
  ],
};
