import type { ResourceFixtures } from "../../core/fixture";

const fix =
  "Switch on the replica: automaticFailoverEnabled and multiAzEnabled, STANDARD_HA, replicaCount, highAvailability.";
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const memorydb = "aws:memorydb/cluster:Cluster";
const redis = "gcp:redis/instance:Instance";
/** Those that are of shards, each with replicas. */
const sharded = ["gcp:memorystore/instance:Instance", "gcp:redis/cluster:Cluster"];
const azure = "azure-native:redisenterprise:RedisEnterprise";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "two nodes", type: group, properties: { automaticFailoverEnabled: true, multiAzEnabled: true } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    { name: "as it comes, with a replica", type: memorydb, properties: {} },
    { name: "with two", type: memorydb, properties: { numReplicasPerShard: 2 } },
    { name: "with a standby", type: redis, properties: { tier: "STANDARD_HA" } },
    ...sharded.map((type) => ({ name: "with a replica", type, properties: { replicaCount: 1 } })),
    { name: "with a replica", type: azure, properties: { highAvailability: "Enabled" } },
  ],
  fails: [
    {
      name: "one node",
      type: group,
      properties: { automaticFailoverEnabled: false },
      messages: [
        `automaticFailoverEnabled is false; required: true. ${fix}`,
        `multiAzEnabled is not set; required: true. ${fix}`,
      ],
    },
    {
      name: "none",
      type: memorydb,
      properties: { numReplicasPerShard: 0 },
      messages: [`numReplicasPerShard is 0; required: at least 1 replicas. ${fix}`],
    },
    { name: "basic", type: redis, properties: {}, messages: [`tier is not set; required: "STANDARD_HA". ${fix}`] },
    ...sharded.flatMap((type) => [
      {
        name: "none",
        type,
        properties: { replicaCount: 0 },
        messages: [`replicaCount is 0; required: at least 1 replicas. ${fix}`],
      },
      {
        name: "as it comes",
        type,
        properties: {},
        messages: [`replicaCount is not set; required: at least 1 replicas. ${fix}`],
      },
    ]),
    {
      name: "none",
      type: azure,
      properties: { highAvailability: "Disabled" },
      messages: [`highAvailability is "Disabled"; required: "Enabled". ${fix}`],
    },
  ],
};
