import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Set networkAccessPolicy to "DenyAll", or to "AllowPrivate" with a disk access.';
const required = "one of DenyAll, AllowPrivate";
const types = ["azure-native:compute:Disk", "azure-native:compute:Snapshot"];

export const fixtures: ResourceFixtures = {
  passes: types.flatMap((type) => [
    { name: "denied", type, properties: { networkAccessPolicy: "DenyAll" } },
    { name: "by a private endpoint", type, properties: { networkAccessPolicy: "AllowPrivate" } },
    { name: "to known networks only", type, properties: { publicNetworkAccess: "Disabled" } },
  ]),
  fails: types.flatMap((type) => [
    {
      name: "nothing said",
      type,
      properties: { diskSizeGB: 64 },
      messages: [`networkAccessPolicy is not set; required: ${required}. ${fix}`],
    },
    {
      name: "to every network",
      type,
      properties: { publicNetworkAccess: "Enabled", networkAccessPolicy: "AllowAll" },
      messages: [`networkAccessPolicy is "AllowAll"; required: ${required}. ${fix}`],
    },
  ]),
};
