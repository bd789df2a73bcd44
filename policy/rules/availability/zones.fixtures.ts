import type { ResourceFixtures } from "../../core/fixture";

const fix = "Give it subnets of two zones; on Azure switch zone redundancy on, which only a new one can.";
const groups = ["aws:rds/subnetGroup:SubnetGroup", "aws:elasticache/subnetGroup:SubnetGroup"];
const environment = "azure-native:app:ManagedEnvironment";
const registry = "azure-native:containerregistry:Registry";

export const fixtures: ResourceFixtures = {
  passes: [
    ...groups.map((type) => ({ name: "two", type, properties: { subnetIds: ["subnet-1", "subnet-2"] } })),
    { name: "redundant", type: environment, properties: { zoneRedundant: true } },
    { name: "redundant", type: registry, properties: { zoneRedundancy: "Enabled" } },
  ],
  fails: [
    ...groups.map((type) => ({
      name: "one",
      type,
      properties: { subnetIds: ["subnet-1"] },
      messages: [`subnetIds is ["subnet-1"]; required: subnets in at least 2 zones. ${fix}`],
    })),
    {
      name: "as it comes",
      type: environment,
      properties: {},
      messages: [`zoneRedundant is not set; required: true. ${fix}`],
    },
    {
      name: "as it comes",
      type: registry,
      properties: { zoneRedundancy: "Disabled" },
      messages: [`zoneRedundancy is "Disabled"; required: "Enabled". ${fix}`],
    },
  ],
};
