import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set skipFinalSnapshot: false with a finalSnapshotIdentifier.";
const types = [
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:docdb/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  "aws:redshift/cluster:Cluster",
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...types.map((type) => ({ name: "a snapshot", type, properties: { skipFinalSnapshot: false } })),
    {
      name: "a replica",
      type: "aws:rds/instance:Instance",
      properties: { replicateSourceDb: "main", skipFinalSnapshot: true },
    },
  ],
  fails: [
    ...types.map((type) => ({
      name: "none",
      type,
      properties: { skipFinalSnapshot: true },
      messages: [`skipFinalSnapshot is true; required: false. ${mend}`],
    })),
  ],
};
