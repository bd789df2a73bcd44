import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Encrypt it from the start: it can't be switched on later, a new one is filled from a snapshot.";
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:elasticache/cluster:Cluster";
const dax = "aws:dax/cluster:Cluster";

const rows: readonly RowFixture[] = [
  {
    type: "aws:appsync/apiCache:ApiCache",
    path: "atRestEncryptionEnabled",
    good: true,
    bad: false,
    words: "true",
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    { name: "an encrypted group", type: group, properties: { atRestEncryptionEnabled: true } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    {
      name: "Memcached, which writes nothing",
      type: cluster,
      properties: { engine: "memcached" },
      harmless: { engine: "Only Redis writes to disk." },
    },
    {
      name: "a node of a group",
      type: cluster,
      properties: { engine: "redis", replicationGroupId: "g" },
      harmless: { engine: "The group says it." },
    },
    { name: "DAX", type: dax, properties: { serverSideEncryption: { enabled: true } } },
  ],
  fails: [
    ...failsOf(rows, fix),
    {
      name: "a group that says nothing",
      type: group,
      properties: {},
      messages: [`atRestEncryptionEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "Redis as a single cluster",
      type: cluster,
      properties: { engine: "redis" },
      messages: [
        'engine is "redis" on a single cluster, which has no encryption at rest; required: a replication group with atRestEncryptionEnabled. Use aws.elasticache.ReplicationGroup; one node is enough.',
      ],
    },
    {
      name: "DAX",
      type: dax,
      properties: { serverSideEncryption: { enabled: false } },
      messages: [`serverSideEncryption.enabled is false; required: true. ${fix}`],
    },
  ],
};
