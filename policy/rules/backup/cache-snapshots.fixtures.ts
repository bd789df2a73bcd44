import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set snapshotRetentionLimit; ElastiCache keeps at most 35 days.";
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const memorydb = "aws:memorydb/cluster:Cluster";

/** Judged as production: 7 days. */
export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a group", type: group, properties: { snapshotRetentionLimit: 7 } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    { name: "MemoryDB", type: memorydb, properties: { snapshotRetentionLimit: 30 } },
  ],
  fails: [
    {
      name: "a group that keeps none",
      type: group,
      properties: { snapshotRetentionLimit: 0 },
      messages: [`snapshotRetentionLimit is 0; required: at least 7 days. ${mend}`],
    },
    {
      name: "MemoryDB",
      type: memorydb,
      properties: {},
      messages: [`snapshotRetentionLimit is not set; required: at least 7 days. ${mend}`],
    },
  ],
};
