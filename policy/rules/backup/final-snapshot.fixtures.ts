import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";

const fix = "Set skipFinalSnapshot: false with a finalSnapshotIdentifier.";
const types = [
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:docdb/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  "aws:redshift/cluster:Cluster",
];

const rows: readonly RowFixture[] = [
  ...rowsOf(
    [
      "aws:fsx/ontapVolume:OntapVolume",
      "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
      "aws:fsx/windowsFileSystem:WindowsFileSystem",
    ],
    { path: "skipFinalBackup", good: false, bad: true, words: "false", safe: true },
  ),
  {
    type: "aws:lightsail/database:Database",
    path: "skipFinalSnapshot",
    good: false,
    bad: true,
    words: "false",
    safe: true,
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    ...types.map((type) => ({ name: "a snapshot", type, properties: { skipFinalSnapshot: false } })),
    {
      name: "a replica",
      type: "aws:rds/instance:Instance",
      properties: { replicateSourceDb: "main", skipFinalSnapshot: true },
    },
  ],
  fails: [
    ...failsOf(rows, fix),
    ...types.map((type) => ({
      name: "none",
      type,
      properties: { skipFinalSnapshot: true },
      messages: [`skipFinalSnapshot is true; required: false. ${fix}`],
    })),
  ],
};
