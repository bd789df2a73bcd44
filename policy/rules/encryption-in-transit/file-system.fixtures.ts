import type { ResourceFixtures } from "../../core/fixture";
import { taskType } from "../../kinds/pods.fixtures";

const mend = 'Set efsVolumeConfiguration.transitEncryption: "ENABLED".';
const volumes = (efsVolumeConfiguration: object) => ({ volumes: [{ name: "files", efsVolumeConfiguration }] });

export const fixtures: ResourceFixtures = {
  passes: [
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
    {
      name: "as it comes",
      type: taskType,
      properties: volumes({ fileSystemId: "fs-1" }),
      messages: [`volumes[0].efsVolumeConfiguration.transitEncryption is not set; required: "ENABLED". ${mend}`],
    },
  ],
};
