import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Keep it in private subnets, or behind a private endpoint, and switch its public address off.";
const ofAmazon = [
  "aws:rds/instance:Instance",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:neptune/clusterInstance:ClusterInstance",
  "aws:redshift/cluster:Cluster",
  "aws:redshiftserverless/workgroup:Workgroup",
  "aws:dms/replicationInstance:ReplicationInstance",
  "aws:timestreaminfluxdb/dbInstance:DbInstance",
  "aws:timestreaminfluxdb/dbCluster:DbCluster",
  "aws:lightsail/database:Database",
  "aws:rds/shardGroup:ShardGroup",
  "aws:m2/environment:Environment",
];
const graph = "aws:neptunegraph/graph:Graph";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const alloy = "gcp:alloydb/instance:Instance";
const postgres = "azure-native:dbforpostgresql:Server";
const mysql = "azure-native:dbformysql:Server";
const sql = "azure-native:sql:Server";
const managed = "azure-native:sql:ManagedInstance";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const perimeter = "one of Disabled, SecuredByPerimeter";

const explicit: readonly RowFixture[] = [
  {
    type: "aws:dms/instanceProfile:InstanceProfile",
    path: "publiclyAccessible",
    good: false,
    bad: true,
    words: "false",
  },
  {
    type: "azure-native:mongocluster:MongoCluster",
    path: "properties.publicNetworkAccess",
    good: "Disabled",
    bad: "Enabled",
    words: '"Disabled"',
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(explicit),
    ...ofAmazon.map((type) => ({ name: "private", type, properties: { publiclyAccessible: false } })),
    { name: "private", type: graph, properties: { publicConnectivity: false } },
    { name: "nothing said", type: "aws:rds/instance:Instance", properties: { engine: "postgres" } },
    {
      name: "private",
      type: cloudSql,
      properties: { settings: { tier: "db-f1-micro", ipConfiguration: { ipv4Enabled: false } } },
    },
    { name: "a clone", type: cloudSql, properties: { clone: { sourceInstanceName: "main" } } },
    { name: "private", type: alloy, properties: { networkConfig: { enablePublicIp: false } } },
    ...[postgres, mysql].flatMap((type) => [
      { name: "closed", type, properties: { network: { publicNetworkAccess: "Disabled" } } },
      {
        name: "in a subnet",
        type,
        properties: { network: { delegatedSubnetResourceId: "/subnets/data" } },
      },
    ]),
    { name: "closed", type: sql, properties: { publicNetworkAccess: "Disabled" } },
    { name: "in a perimeter", type: sql, properties: { publicNetworkAccess: "SecuredByPerimeter" } },
    { name: "closed", type: managed, properties: { publicDataEndpointEnabled: false } },
    { name: "closed", type: cosmos, properties: { publicNetworkAccess: "Disabled" } },
    { name: "for networks it names", type: cosmos, properties: { isVirtualNetworkFilterEnabled: true } },
  ],
  fails: [
    ...failsOf(explicit, fix),
    ...ofAmazon.map((type) => ({
      name: "public",
      type,
      properties: { publiclyAccessible: true },
      messages: [`publiclyAccessible is true; required: false. ${fix}`],
    })),
    {
      name: "public",
      type: graph,
      properties: { publicConnectivity: true },
      messages: [`publicConnectivity is true; required: false. ${fix}`],
    },
    {
      name: "nothing said",
      type: cloudSql,
      properties: { settings: { tier: "db-f1-micro" } },
      messages: [`settings.ipConfiguration.ipv4Enabled is not set; required: false. ${fix}`],
    },
    {
      name: "public",
      type: cloudSql,
      properties: { settings: { ipConfiguration: { ipv4Enabled: true, privateNetwork: "main" } } },
      messages: [`settings.ipConfiguration.ipv4Enabled is true; required: false. ${fix}`],
    },
    {
      name: "public",
      type: alloy,
      properties: { networkConfig: { enablePublicIp: true } },
      messages: [`networkConfig.enablePublicIp is true; required: false. ${fix}`],
    },
    {
      name: "nothing said",
      type: postgres,
      properties: { version: "17" },
      messages: [`network.publicNetworkAccess is not set; required: "Disabled". ${fix}`],
    },
    {
      name: "public",
      type: mysql,
      properties: { network: { publicNetworkAccess: "Enabled" } },
      messages: [`network.publicNetworkAccess is "Enabled"; required: "Disabled". ${fix}`],
    },
    {
      name: "nothing said",
      type: sql,
      properties: {},
      messages: [`publicNetworkAccess is not set; required: ${perimeter}. ${fix}`],
    },
    {
      name: "public",
      type: managed,
      properties: { publicDataEndpointEnabled: true },
      messages: [`publicDataEndpointEnabled is true; required: false. ${fix}`],
    },
    {
      name: "public",
      type: cosmos,
      properties: { publicNetworkAccess: "Enabled", isVirtualNetworkFilterEnabled: false },
      messages: [`publicNetworkAccess is "Enabled"; required: ${perimeter}. ${fix}`],
    },
  ],
};
