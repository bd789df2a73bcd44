import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Use an empty directory, a claim, a ConfigMap or a Secret.";

const volumeType = "kubernetes:core/v1:PersistentVolume";
const otherVolumes = "a volume that names no path of the host is fine";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a Pod",
      type: k.podType,
      properties: k.podWith({}, { volumes: [{ name: "tmp", emptyDir: {} }] }),
      harmless: { "spec.volumes": otherVolumes },
    },
    ...k.patchesThatPass({ volumes: [{ name: "tmp", emptyDir: {} }] }, { volumes: otherVolumes }),
    {
      name: "a volume of a driver",
      type: volumeType,
      properties: { spec: { capacity: { storage: "1Gi" }, csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-1" } } },
    },
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { volumes: [{ name: "tmp" }] }),
      harmless: { volumes: otherVolumes },
    },
  ],
  fails: [
    {
      name: "a Deployment with the runtime's socket",
      type: k.deploymentType,
      properties: k.deploymentWith(
        {},
        { volumes: [{ name: "a" }, { name: "b", hostPath: { path: "/run/containerd" } }] },
      ),
      messages: [`spec.template.spec.volumes[1].hostPath is "/run/containerd"; required: no host path. ${mend}`],
    },
    {
      name: "Windows, which is not exempt",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" }, volumes: [{ name: "c", hostPath: { path: "C:\\" } }] }),
      messages: [`spec.volumes[0].hostPath is "C:\\\\"; required: no host path. ${mend}`],
    },
    ...k.patchesThatFail({ volumes: [{ name: "logs", hostPath: { path: "/var/log" } }] }, (pod) => [
      `${pod}.volumes[0].hostPath is "/var/log"; required: no host path. ${mend}`,
    ]),
    {
      name: "a volume of the host's own",
      type: volumeType,
      properties: { spec: { capacity: { storage: "1Gi" }, hostPath: { path: "/data" } } },
      messages: [`spec.hostPath is "/data"; required: no host path. ${mend}`],
    },
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { volumes: [{ name: "b", hostPath: "/var/run" }] }),
      messages: [`volumes[0].hostPath is "/var/run"; required: no host path. ${mend}`],
    },
  ],
};
