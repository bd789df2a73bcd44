import type * as kubernetes from "@pulumi/kubernetes";
import { type Finding, mustIfSet, type Requirement } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTasks } from "../../kinds/ecs";
import { mayBeDisk } from "../../kinds/host-directories";
import { ofPaths, pathsBreakBy } from "../../kinds/other-containers";
import { podSecurityPage } from "../../kinds/pod-security";
import { ofPods } from "../../kinds/pods";

/** A volume may be anything but a path of the host; `shown` is that path. */
function findings(hostPath: View, shown: View): Finding[] {
  if (!hostPath.isSet || !hostPath.known) return [];
  return [{ path: hostPath.path, found: shown.shown(), required: "no host path" }];
}

const volumes = ["PersistentVolume", "PersistentVolumePatch"].map((kind) => `kubernetes:core/v1:${kind}`);

/**
 * A volume of the kind `local` is for a disk of its own, which is a device or mounted wherever the host's owner likes (Kubernetes
 * documentation, "Local"): `/mnt/disks/ssd1`, `/var/openebs/local/pvc-1`.
 */
const disk: Requirement = {
  words: "a disk of its own, no directory of the host's system",
  allows: (path) => mayBeDisk(path.text() ?? ""),
};

/**
 * What the driver of a volume mounts (Docker documentation, `docker volume create`): a path by `o: bind`, a device of the host
 * otherwise. Shares begin with two slashes or a colon.
 */
const noDirectory: Requirement = {
  words: "no host path",
  allows: (device) => !/^\/(?!\/)/.test(device.text() ?? ""),
};

/** Where jobs of Batch and daemons of ECS have paths of their host (API reference of Batch, `RegisterJobDefinition`). */
export const hostPaths: Readonly<Record<string, readonly string[]>> = {
  "aws:batch/jobDefinition:JobDefinition": [
    "containerProperties!.volumes.*.host.sourcePath",
    "ecsProperties!.taskProperties.*.volumes.*.host.sourcePath",
    "eksProperties.podProperties.volumes.*.hostPath.path",
    ...[
      "container.volumes.*.host.sourcePath",
      "ecsProperties.taskProperties.*.volumes.*.host.sourcePath",
      "eksProperties.podProperties.volumes.*.hostPath.path",
    ].map((path) => `nodeProperties!.nodeRangeProperties.*.${path}`),
  ],
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": ["volumes.*.hosts.*.sourcePath"],
};

/** Containers mount no directory of their host. */
export const rule: Rule = {
  id: "containers-host-paths",
  title: "Containers mount no directory of their host.",
  severity: "high",
  frameworks: {
    "Pod Security Standards": ["baseline: HostPath Volumes"],
    "CIS Kubernetes 2.0.1": ["5.2.11"],
    "SOC 2": ["CC6.1"],
  },
  why: "A directory of the host holds other containers' files, credentials and the runtime's socket.",
  fix: "Use an empty directory, a claim, a ConfigMap or a Secret.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.volumes[].hostPath"],
    ...alike(volumes, ["spec.hostPath", "spec.local.path"]),
    "aws:ecs/taskDefinition:TaskDefinition": [
      "volumes[].dockerVolumeConfiguration.driverOpts.device",
      "volumes[].hostPath",
    ],
    ...pathsBreakBy(hostPaths),
  },
  checks: {
    ...ofPods(
      (pod) =>
        pod
          .at("volumes")
          .items()
          .map((volume) => volume.at("hostPath"))
          .flatMap((hostPath) => findings(hostPath, hostPath.at("path"))),
      { patches: true },
    ),
    // A claim of such a volume is a path of the host by another name.
    ...forTypes(
      volumes,
      check<kubernetes.core.v1.PersistentVolumeArgs>((volume) => {
        const hostPath = volume.at("spec").at("hostPath");
        const local = volume.at("spec").at("local").at("path");
        return [...findings(hostPath, hostPath.at("path")), ...mustIfSet(local, disk)];
      }),
    ),
    ...ofPaths(hostPaths, (hostPath) => findings(hostPath, hostPath)),
    ...ofTasks((task) =>
      task
        .at("volumes")
        .items()
        .flatMap((volume) => {
          const options = volume.at("dockerVolumeConfiguration").at("driverOpts");
          return [
            ...findings(volume.at("hostPath"), volume.at("hostPath")),
            ...mustIfSet(options.at("device"), noDirectory),
          ];
        }),
    ),
  },
};
