import { isNotTrue, isOneOf, must, mustIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofTasks } from "../../kinds/ecs";
import { podSecurityPage } from "../../kinds/pod-security";
import { ofPods } from "../../kinds/pods";

/** Containers share neither network nor processes nor memory with their host. */
export const rule: Rule = {
  id: "containers-host-namespaces",
  title: "Containers share neither network nor processes nor memory with their host.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.4", "1.5"],
    "Pod Security Standards": ["baseline: Host Namespaces"],
    "CIS Kubernetes 2.0.1": ["5.2.3", "5.2.4", "5.2.5"],
    "SOC 2": ["CC6.1"],
  },
  why: "A container in the host's namespaces listens to its traffic and reads other processes, past every network policy.",
  fix: "Leave it out; reach the container through a Service or a load balancer.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.hostIPC", "spec.hostNetwork", "spec.hostPID"],
    "aws:ecs/taskDefinition:TaskDefinition": ["ipcMode", "networkMode", "pidMode"],
  },
  checks: {
    ...ofPods(
      (pod) => [pod.at("hostNetwork"), pod.at("hostPID"), pod.at("hostIPC")].flatMap((value) => must(value, isNotTrue)),
      { patches: true },
    ),
    // Whatever is left out is the container's own, or Docker's bridge.
    ...ofTasks((task) => [
      ...mustIfSet(task.at("networkMode"), isOneOf(["awsvpc", "bridge", "none"])),
      ...mustIfSet(task.at("pidMode"), isOneOf(["task"])),
      ...mustIfSet(task.at("ipcMode"), isOneOf(["task", "none"])),
    ]),
  },
};
