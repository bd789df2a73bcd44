import type { ResourceFixtures } from "../../core/fixture";

const type = "azure-native:storage:StorageAccount";
const fix = "Set enableHttpsTrafficOnly: true.";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "HTTPS only", type, properties: { enableHttpsTrafficOnly: true } }],
  fails: [
    {
      name: "as it comes",
      type,
      properties: {},
      messages: [`enableHttpsTrafficOnly is not set; required: true. ${fix}`],
    },
    {
      name: "of an older API, with HTTP",
      type: "azure-native:storage/v20230101:StorageAccount",
      properties: { enableHttpsTrafficOnly: false },
      messages: [`enableHttpsTrafficOnly is false; required: true. ${fix}`],
    },
  ],
};
