import { type Finding, isNotTrue, require } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTasks } from "../../kinds/ecs";
import { ofPodContainers, ofPods } from "../../kinds/pods";

const isNotHost = (value: View): Finding[] =>
  require(value, { words: 'anything but "host"', allows: (mode) => mode.text() !== "host" });

const ports = ofPodContainers((container) =>
  container
    .at("ports")
    .items()
    .flatMap((port) =>
      require(port.at("hostPort"), { words: "no host port", allows: (value) => (value.number() ?? 0) === 0 }),
    ),
);

const namespaces = ofPods((pod) =>
  [pod.at("hostNetwork"), pod.at("hostPID"), pod.at("hostIPC")].flatMap((value) => require(value, isNotTrue)),
);

/** Containers share neither network nor processes nor memory with their host. */
export const rule: Rule = {
  id: "containers-host-namespaces",
  title: "Containers share neither network nor processes nor memory with their host.",
  severity: "high",
  frameworks: {
    "Pod Security Standards": ["baseline: Host Namespaces", "baseline: Host Ports"],
    "SOC 2": ["CC6.1"],
  },
  why: "A container in the host's namespaces listens to its traffic and reads other processes, past every network policy.",
  mend: "Leave it out; reach the container through a Service or a load balancer.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  checks: {
    ...Object.fromEntries(
      Object.entries(namespaces).map(([type, judge]) => [
        type,
        (properties, settings) => [...judge(properties, settings), ...(ports[type]?.(properties, settings) ?? [])],
      ]),
    ),
    ...ofTasks((task) => [task.at("networkMode"), task.at("pidMode"), task.at("ipcMode")].flatMap(isNotHost)),
  },
};
