import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set snapshotRetentionLimit, at most 35 days, or have the cache write its data to disk.";
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const node = "aws:elasticache/cluster:Cluster";
const serverless = "aws:elasticache/serverlessCache:ServerlessCache";
const redis = "gcp:redis/instance:Instance";
const redisCluster = "gcp:redis/cluster:Cluster";
const valkey = "gcp:memorystore/instance:Instance";
const azureRedis = "azure-native:redis:Redis";
const managedRedis = "azure-native:redisenterprise:Database";
const week = { automatedBackupConfig: { retention: "604800s" } };
const memorydb = "aws:memorydb/cluster:Cluster";

/** Judged as production: 7 days. */
export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a group", type: group, properties: { snapshotRetentionLimit: 7 } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    { name: "MemoryDB", type: memorydb, properties: { snapshotRetentionLimit: 30 } },
    {
      name: "a node",
      type: node,
      properties: { engine: "redis", snapshotRetentionLimit: 7 },
      harmless: { engine: "every engine but memcached keeps snapshots" },
    },
    { name: "a node of a group", type: node, properties: { replicationGroupId: "g" } },
    { name: "Memcached", type: node, properties: { engine: "memcached" } },
    {
      name: "serverless",
      type: serverless,
      properties: { engine: "valkey", snapshotRetentionLimit: 7 },
      harmless: { engine: "every engine but memcached keeps snapshots" },
    },
    { name: "Memorystore for Redis", type: redis, properties: { persistenceConfig: { persistenceMode: "RDB" } } },
    { name: "a cluster of Memorystore", type: redisCluster, properties: week },
    {
      name: "a cluster that follows another",
      type: redisCluster,
      properties: { crossClusterReplicationConfig: { clusterRole: "SECONDARY" } },
    },
    { name: "Memorystore for Valkey", type: valkey, properties: week },
    {
      name: "an instance that follows another",
      type: valkey,
      properties: { crossInstanceReplicationConfig: { instanceRole: "SECONDARY" } },
    },
    { name: "Azure, snapshots", type: azureRedis, properties: { redisConfiguration: { rdbBackupEnabled: "true" } } },
    { name: "Azure, every write", type: azureRedis, properties: { redisConfiguration: { aofBackupEnabled: "true" } } },
    { name: "Azure Managed Redis", type: managedRedis, properties: { persistence: { rdbEnabled: true } } },
    { name: "Azure Managed Redis, every write", type: managedRedis, properties: { persistence: { aofEnabled: true } } },
    {
      name: "Azure Managed Redis in regions",
      type: managedRedis,
      properties: { geoReplication: { groupNickname: "g" } },
    },
  ],
  fails: [
    {
      name: "a node",
      type: node,
      properties: { engine: "redis" },
      messages: [`snapshotRetentionLimit is not set; required: at least 7 days. ${fix}`],
    },
    {
      name: "serverless",
      type: serverless,
      properties: { engine: "valkey", snapshotRetentionLimit: 1 },
      messages: [`snapshotRetentionLimit is 1; required: at least 7 days. ${fix}`],
    },
    {
      name: "Memorystore for Redis",
      type: redis,
      properties: { persistenceConfig: { persistenceMode: "DISABLED" } },
      messages: [`persistenceConfig.persistenceMode is "DISABLED"; required: "RDB". ${fix}`],
    },
    ...[redisCluster, valkey].map((type) => ({
      name: "a day",
      type,
      properties: { automatedBackupConfig: { retention: "86400s" } },
      messages: [
        `automatedBackupConfig.retention is "86400s"; required: at least 7 days, as "604800s". Set automatedBackupConfig with its retention.`,
      ],
    })),
    {
      name: "Azure",
      type: azureRedis,
      properties: { redisConfiguration: { rdbBackupEnabled: "false" } },
      messages: [
        `redisConfiguration.rdbBackupEnabled is "false"; required: true. Set rdbBackupEnabled; the Premium tier has it.`,
      ],
    },
    {
      name: "Azure Managed Redis",
      type: managedRedis,
      properties: {},
      messages: [`persistence.rdbEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "a group that keeps none",
      type: group,
      properties: { snapshotRetentionLimit: 0 },
      messages: [`snapshotRetentionLimit is 0; required: at least 7 days. ${fix}`],
    },
    {
      name: "MemoryDB",
      type: memorydb,
      properties: {},
      messages: [`snapshotRetentionLimit is not set; required: at least 7 days. ${fix}`],
    },
  ],
};
