import type { ResourceFixtures } from "../../core/fixture";
import { pathFixtures } from "../../kinds/other-containers.fixtures";
import * as k from "../../kinds/pods.fixtures";
import { hostPaths } from "./host-paths";

const fix = "Use an empty directory, a claim, a ConfigMap or a Secret.";

const volumeTypes = ["PersistentVolume", "PersistentVolumePatch"].map((kind) => `kubernetes:core/v1:${kind}`);
const capacity = { storage: "1Gi" };
/** Disks of their own, and directories of the host. */
const disks = [
  ...["/mnt/disks/ssd1", "/dev/disk/by-id/nvme-1", "/media/backup", "/disks/ssd1", "/data/disk1", "/srv/", "/home2"],
  // The defaults of OpenEBS and of Rancher's provisioner, in K3s too.
  ...["/var/openebs/local/pvc-1", "/opt/local-path-provisioner/pvc-1", "/var/lib/rancher/k3s/storage/pvc-1"],
];
const directories = [
  ...["/", "//", "/mnt", "/mnt/", "/media", "/dev", "/dev/.", "/dev//", "/mnt/..", "/mnt/../etc", "/etc/kubernetes"],
  ...["/home", "/home/ops", "/proc", "/run/containerd", "/usr/lib", "/var", "/var/lib", "/var/lib/kubelet", "/var/run"],
  ...["/var/lib/kubelet/pods", "/var/lib/docker", "var/data", ""],
];
/** A volume of Docker's own driver. */
const dockerVolume = (driverOpts: object) => ({
  volumes: [{ name: "files", dockerVolumeConfiguration: { driver: "local", driverOpts } }],
});
const options = "volumes[0].dockerVolumeConfiguration";
const otherVolumes = "a volume that names no path of the host is fine";

/** Nothing at a path is not told, so a good value is none. */
const paths = pathFixtures(
  hostPaths,
  { good: undefined, bad: "/var/run", message: `is "/var/run"; required: no host path. ${fix}` },
  otherVolumes,
);

export const fixtures: ResourceFixtures = {
  passes: [
    ...paths.passes,
    {
      name: "a Pod",
      type: k.podType,
      properties: k.podWith({}, { volumes: [{ name: "tmp", emptyDir: {} }] }),
      harmless: { "spec.volumes": otherVolumes },
    },
    ...k.patchesThatPass({ volumes: [{ name: "tmp", emptyDir: {} }] }, { volumes: otherVolumes }),
    ...volumeTypes.flatMap((type) => [
      {
        name: "a volume of a driver",
        type,
        properties: { spec: { capacity, csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-1" } } },
      },
      ...disks.map((path) => ({
        name: `the disk ${path}`,
        type,
        properties: { spec: { capacity, local: { path } } },
      })),
    ]),
    ...[
      { type: "nfs", o: "addr=10.0.0.1,rw", device: ":/export" },
      { type: "cifs", o: "username=app", device: "//files.example.org/share" },
      { type: "tmpfs", device: "tmpfs" },
    ].map((driverOpts) => ({
      name: `a task with ${driverOpts.type}`,
      type: k.taskType,
      properties: k.taskWith({}, dockerVolume(driverOpts)),
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
    ...paths.fails,
    {
      name: "a Deployment with the runtime's socket",
      type: k.deploymentType,
      properties: k.deploymentWith(
        {},
        { volumes: [{ name: "a" }, { name: "b", hostPath: { path: "/run/containerd" } }] },
      ),
      messages: [`spec.template.spec.volumes[1].hostPath is "/run/containerd"; required: no host path. ${fix}`],
    },
    {
      name: "Windows, which is not exempt",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" }, volumes: [{ name: "c", hostPath: { path: "C:\\" } }] }),
      messages: [`spec.volumes[0].hostPath is "C:\\\\"; required: no host path. ${fix}`],
    },
    ...k.patchesThatFail({ volumes: [{ name: "logs", hostPath: { path: "/var/log" } }] }, (pod) => [
      `${pod}.volumes[0].hostPath is "/var/log"; required: no host path. ${fix}`,
    ]),
    ...volumeTypes.flatMap((type) => [
      {
        name: "a volume of the host's own",
        type,
        properties: { spec: { capacity, hostPath: { path: "/data" } } },
        messages: [`spec.hostPath is "/data"; required: no host path. ${fix}`],
      },
      ...directories.map((path) => ({
        name: `a local volume at ${path}`,
        type,
        properties: { spec: { capacity, local: { path } } },
        messages: [
          `spec.local.path is "${path}"; required: a disk of its own, no directory of the host's system. ${fix}`,
        ],
      })),
    ]),
    ...["/", "/var/run/docker.sock", "/dev/sda1"].map((device) => ({
      name: `a task with Docker's volume of ${device}`,
      type: k.taskType,
      properties: k.taskWith({}, dockerVolume({ type: "none", o: "bind", device })),
      messages: [`${options}.driverOpts.device is "${device}"; required: no host path. ${fix}`],
    })),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { volumes: [{ name: "b", hostPath: "/var/run" }] }),
      messages: [`volumes[0].hostPath is "/var/run"; required: no host path. ${fix}`],
    },
  ],
};
