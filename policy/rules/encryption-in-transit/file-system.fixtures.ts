import type { ResourceFixtures } from "../../core/fixture";
import { taskType } from "../../kinds/pods.fixtures";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = 'Set efsVolumeConfiguration.transitEncryption: "ENABLED".';
const volumes = (efsVolumeConfiguration: object) => ({ volumes: [{ name: "files", efsVolumeConfiguration }] });

const rows: readonly RowFixture[] = [
  {
    type: "aws:datasync/efsLocation:EfsLocation",
    path: "inTransitEncryption",
    good: "TLS1_2",
    bad: "NONE",
    words: '"TLS1_2"',
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    {
      name: "over TLS",
      type: taskType,
      properties: volumes({ fileSystemId: "fs-1", transitEncryption: "ENABLED" }),
      harmless: { volumes: "A task may have no volumes." },
    },
    {
      name: "a volume of the task",
      type: taskType,
      properties: { volumes: [{ name: "scratch" }] },
      harmless: { volumes: "A task may have no volumes." },
    },
  ],
  fails: [
    ...failsOf(rows, fix),
    {
      name: "as it comes",
      type: taskType,
      properties: volumes({ fileSystemId: "fs-1" }),
      messages: [`volumes[0].efsVolumeConfiguration.transitEncryption is not set; required: "ENABLED". ${fix}`],
    },
  ],
};
