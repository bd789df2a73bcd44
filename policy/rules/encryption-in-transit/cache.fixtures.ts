import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = 'Switch TLS on and require it; go through the mode "preferred" while clients change over.';
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:elasticache/cluster:Cluster";
const memorydb = "aws:memorydb/cluster:Cluster";
const memorystores = ["gcp:redis/instance:Instance", "gcp:memorystore/instance:Instance"];
const azureRedis = "azure-native:redis:Redis";
const managedRedis = "azure-native:redisenterprise:Database";
const dax = "aws:dax/cluster:Cluster";

const rows: readonly RowFixture[] = [
  {
    type: "aws:appsync/apiCache:ApiCache",
    path: "transitEncryptionEnabled",
    good: true,
    bad: false,
    words: "true",
  },
  {
    type: "aws:memorydb/multiRegionCluster:MultiRegionCluster",
    path: "tlsEnabled",
    good: true,
    bad: false,
    words: "true",
    safe: true,
  },
  {
    type: "gcp:redis/cluster:Cluster",
    path: "transitEncryptionMode",
    good: "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION",
    bad: "TRANSIT_ENCRYPTION_MODE_DISABLED",
    words: '"TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"',
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    { name: "a group", type: group, properties: { transitEncryptionEnabled: true, transitEncryptionMode: "required" } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    { name: "Memcached with TLS", type: cluster, properties: { transitEncryptionEnabled: true } },
    { name: "a node of a group", type: cluster, properties: { replicationGroupId: "g" } },
    { name: "MemoryDB, which has TLS unless it says no", type: memorydb, properties: {} },
    ...memorystores.map((type) => ({
      name: "Memorystore",
      type,
      properties: { transitEncryptionMode: "SERVER_AUTHENTICATION" },
    })),
    { name: "Azure's", type: azureRedis, properties: { enableNonSslPort: false } },
    { name: "Azure's managed one", type: managedRedis, properties: { clientProtocol: "Encrypted" } },
    { name: "DAX", type: dax, properties: { clusterEndpointEncryptionType: "TLS" } },
  ],
  fails: [
    ...failsOf(rows, fix),
    ...memorystores.map((type) => ({
      name: "Memorystore as it comes",
      type,
      properties: {},
      messages: [`transitEncryptionMode is not set; required: "SERVER_AUTHENTICATION". ${fix}`],
    })),
    {
      name: "Azure's with the port for clear text",
      type: azureRedis,
      properties: { enableNonSslPort: true },
      messages: [`enableNonSslPort is true; required: false. ${fix}`],
    },
    {
      name: "Azure's managed one in clear text",
      type: managedRedis,
      properties: { clientProtocol: "Plaintext" },
      messages: [`clientProtocol is "Plaintext"; required: "Encrypted". ${fix}`],
    },
    {
      name: "a group that takes both",
      type: group,
      properties: { transitEncryptionEnabled: true, transitEncryptionMode: "preferred" },
      messages: [`transitEncryptionMode is "preferred"; required: "required". ${fix}`],
    },
    {
      name: "a group that says nothing",
      type: group,
      properties: {},
      messages: [`transitEncryptionEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "Memcached",
      type: cluster,
      properties: { engine: "memcached" },
      messages: [`transitEncryptionEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "MemoryDB that says no",
      type: memorydb,
      properties: { tlsEnabled: false },
      messages: [`tlsEnabled is false; required: true. ${fix}`],
    },
    {
      name: "DAX",
      type: dax,
      properties: {},
      messages: [`clusterEndpointEncryptionType is not set; required: "TLS". ${fix}`],
    },
  ],
};
