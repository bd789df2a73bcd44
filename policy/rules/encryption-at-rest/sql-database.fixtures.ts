import type { ResourceFixtures } from "../../core/fixture";

const type = "azure-native:sql:TransparentDataEncryption";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "on", type, properties: { state: "Enabled" } }],
  fails: [
    {
      name: "off",
      type,
      properties: { state: "Disabled" },
      messages: ['state is "Disabled"; required: "Enabled". Set state: "Enabled", or leave the resource out.'],
    },
  ],
};
