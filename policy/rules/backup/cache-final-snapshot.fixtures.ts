import type { ResourceFixtures } from "../../core/fixture";

const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const memorydb = "aws:memorydb/cluster:Cluster";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a group", type: group, properties: { finalSnapshotIdentifier: "last" } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    { name: "MemoryDB", type: memorydb, properties: { finalSnapshotName: "last" } },
  ],
  fails: [
    {
      name: "a group",
      type: group,
      properties: {},
      messages: ["finalSnapshotIdentifier is not set; required: a value. Name the final snapshot."],
    },
    {
      name: "MemoryDB",
      type: memorydb,
      properties: { finalSnapshotName: "" },
      messages: ['finalSnapshotName is ""; required: a value. Name the final snapshot.'],
    },
  ],
};
