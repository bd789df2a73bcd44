import type { Rule } from "../../core/rule";
import { ofTasks } from "../../kinds/ecs";
import { ofPods } from "../../kinds/pods";

/** Containers mount no directory of their host. */
export const rule: Rule = {
  id: "containers-host-paths",
  title: "Containers mount no directory of their host.",
  severity: "high",
  frameworks: {
    "Pod Security Standards": ["baseline: HostPath Volumes"],
    "SOC 2": ["CC6.1"],
  },
  why: "A directory of the host holds other containers' files, credentials and the runtime's socket.",
  mend: "Use an empty directory, a claim, a ConfigMap or a Secret.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  checks: {
    ...ofPods((pod) =>
      pod
        .at("volumes")
        .items()
        .map((volume) => volume.at("hostPath"))
        .filter((hostPath) => hostPath.isSet && hostPath.known)
        .map((hostPath) => ({ path: hostPath.path, found: hostPath.at("path").shown(), required: "no host path" })),
    ),
    ...ofTasks((task) =>
      task
        .at("volumes")
        .items()
        .map((volume) => volume.at("hostPath"))
        .filter((hostPath) => hostPath.isSet && hostPath.known)
        .map((hostPath) => ({ path: hostPath.path, found: hostPath.shown(), required: "no host path" })),
    ),
  },
};
