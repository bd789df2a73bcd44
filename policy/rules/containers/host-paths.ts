import type * as kubernetes from "@pulumi/kubernetes";
import type { Finding } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTasks } from "../../kinds/ecs";
import { podSecurityPage } from "../../kinds/pod-security";
import { ofPods } from "../../kinds/pods";

/** A volume may be anything but a path of the host; `shown` is that path. */
function findings(hostPath: View, shown: View): Finding[] {
  if (!hostPath.isSet || !hostPath.known) return [];
  return [{ path: hostPath.path, found: shown.shown(), required: "no host path" }];
}

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
  mend: "Use an empty directory, a claim, a ConfigMap or a Secret.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.volumes[].hostPath"],
    "kubernetes:core/v1:PersistentVolume": ["spec.hostPath"],
    "aws:ecs/taskDefinition:TaskDefinition": ["volumes[].hostPath"],
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
    "kubernetes:core/v1:PersistentVolume": check<kubernetes.core.v1.PersistentVolumeArgs>((volume) => {
      const hostPath = volume.at("spec").at("hostPath");
      return findings(hostPath, hostPath.at("path"));
    }),
    ...ofTasks((task) =>
      task
        .at("volumes")
        .items()
        .map((volume) => volume.at("hostPath"))
        .flatMap((hostPath) => findings(hostPath, hostPath)),
    ),
  },
};
