import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Set publicNetworkAccess to "Disabled", and connect by a private endpoint.';
const redis = "azure-native:redis:Redis";
const enterprise = "azure-native:redisenterprise:RedisEnterprise";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "private", type: redis, properties: { publicNetworkAccess: "Disabled" } },
    { name: "in a subnet", type: redis, properties: { subnetId: "/subnets/cache" } },
    { name: "private", type: enterprise, properties: { publicNetworkAccess: "Disabled" } },
  ],
  fails: [
    {
      name: "nothing said",
      type: redis,
      properties: { sku: { name: "Standard" } },
      messages: [`publicNetworkAccess is not set; required: "Disabled". ${fix}`],
    },
    {
      name: "public",
      type: enterprise,
      properties: { publicNetworkAccess: "Enabled" },
      messages: [`publicNetworkAccess is "Enabled"; required: "Disabled". ${fix}`],
    },
  ],
};
