import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Use an empty directory, a claim, a ConfigMap or a Secret.";

const volumeTypes = ["PersistentVolume", "PersistentVolumePatch"].map((kind) => `kubernetes:core/v1:${kind}`);
const capacity = { storage: "1Gi" };
/** Disks of their own, and directories of the host. */
const disks = ["/mnt/disks/ssd1", "/dev/disk/by-id/nvme-1", "/media/backup"];
const directories = ["/", "/mnt", "/var/lib/kubelet", "/etc/kubernetes", "/home"];
/** A volume of Docker's own driver. */
const dockerVolume = (driverOpts: object) => ({
  volumes: [{ name: "files", dockerVolumeConfiguration: { driver: "local", driverOpts } }],
});
const options = "volumes[0].dockerVolumeConfiguration";
const otherVolumes = "a volume that names no path of the host is fine";

/** Jobs of Batch, and daemons of ECS, with a volume of a path, and where that path is. */
const host = (sourcePath?: string) => ({ volumes: [{ host: { sourcePath } }] });
const pod = (path?: string) => ({ podProperties: { volumes: [{ hostPath: { path } }] } });
const nodes = (range: object) => ({ nodeProperties: JSON.stringify({ nodeRangeProperties: [range] }) });
const inNodes = "nodeProperties.nodeRangeProperties[0]";
const jobs: readonly (readonly [at: string, of: (path?: string) => Record<string, unknown>])[] = [
  ["containerProperties.volumes[0].host.sourcePath", (path) => ({ containerProperties: JSON.stringify(host(path)) })],
  [
    "ecsProperties.taskProperties[0].volumes[0].host.sourcePath",
    (path) => ({ ecsProperties: JSON.stringify({ taskProperties: [host(path)] }) }),
  ],
  ["eksProperties.podProperties.volumes[0].hostPath.path", (path) => ({ eksProperties: pod(path) })],
  [`${inNodes}.container.volumes[0].host.sourcePath`, (path) => nodes({ container: host(path) })],
  [
    `${inNodes}.ecsProperties.taskProperties[0].volumes[0].host.sourcePath`,
    (path) => nodes({ ecsProperties: { taskProperties: [host(path)] } }),
  ],
  [`${inNodes}.eksProperties.podProperties.volumes[0].hostPath.path`, (path) => nodes({ eksProperties: pod(path) })],
];
const others = [
  ...jobs.map(([at, of]) => ({ type: "aws:batch/jobDefinition:JobDefinition", at, of })),
  {
    type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
    at: "volumes[0].hosts[0].sourcePath",
    of: (sourcePath?: string) => ({ volumes: [{ name: "logs", hosts: [{ sourcePath }] }] }),
  },
];
/** Documents that are JSON text, and lists, on the way to a path. */
function onTheWay(at: string): Record<string, string> {
  const documents = /^(container|ecs|node)Properties/.exec(at)?.slice(0, 1) ?? [];
  const lists = [...at.matchAll(/\[0\]/g)].map(({ index }) => at.slice(0, index));
  return Object.fromEntries([...documents, ...lists].map((path) => [path, otherVolumes]));
}

export const fixtures: ResourceFixtures = {
  passes: [
    ...others.map(({ type, at, of }) => ({
      ...{ name: `nothing at ${at}`, type, properties: of(), harmless: onTheWay(at) },
    })),
    {
      name: "a Pod",
      type: k.podType,
      properties: k.podWith({}, { volumes: [{ name: "tmp", emptyDir: {} }] }),
      harmless: { "spec.volumes": otherVolumes },
    },
    ...k.patchesThatPass({ volumes: [{ name: "tmp", emptyDir: {} }] }, { volumes: otherVolumes }),
    ...volumeTypes.flatMap((type) => [
      {
        ...{ name: "a volume of a driver", type },
        properties: { spec: { capacity, csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-1" } } },
      },
      ...disks.map((path) => ({
        ...{ name: `the disk ${path}`, type, properties: { spec: { capacity, local: { path } } } },
      })),
    ]),
    ...[
      { type: "nfs", o: "addr=10.0.0.1,rw", device: ":/export" },
      { type: "cifs", o: "username=app", device: "//files.example.org/share" },
      { type: "tmpfs", device: "tmpfs" },
    ].map((driverOpts) => ({
      ...{
        name: `a task with ${driverOpts.type}`,
        type: k.taskType,
        properties: k.taskWith({}, dockerVolume(driverOpts)),
      },
      harmless: { volumes: otherVolumes, [`${options}.driverOpts.device`]: otherVolumes },
    })),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { volumes: [{ name: "tmp" }] }),
      harmless: { volumes: otherVolumes },
    },
  ],
  fails: [
    ...others.map(({ type, at, of }) => ({
      ...{ name: `a path at ${at}`, type, properties: of("/var/run") },
      messages: [`${at} is "/var/run"; required: no host path. ${mend}`],
    })),
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
    ...volumeTypes.flatMap((type) => [
      {
        ...{ name: "a volume of the host's own", type },
        properties: { spec: { capacity, hostPath: { path: "/data" } } },
        messages: [`spec.hostPath is "/data"; required: no host path. ${mend}`],
      },
      ...directories.map((path) => ({
        ...{ name: `a local volume at ${path}`, type, properties: { spec: { capacity, local: { path } } } },
        messages: [`spec.local.path is "${path}"; required: a disk of its own, below /dev, /media or /mnt. ${mend}`],
      })),
    ]),
    ...["/", "/var/run/docker.sock", "/dev/sda1"].map((device) => ({
      name: `a task with Docker's volume of ${device}`,
      type: k.taskType,
      properties: k.taskWith({}, dockerVolume({ type: "none", o: "bind", device })),
      messages: [`${options}.driverOpts.device is "${device}"; required: no host path. ${mend}`],
    })),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { volumes: [{ name: "b", hostPath: "/var/run" }] }),
      messages: [`volumes[0].hostPath is "/var/run"; required: no host path. ${mend}`],
    },
  ],
};
