import { must, type Requirement } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { podSecurityPage } from "../../kinds/pod-security";
import { ofPodContainers } from "../../kinds/pods";

/** As if it were left out, 0 is none. */
const none: Requirement = { words: "no host port", allows: (port) => !port.isSet || port.number() === 0 };

/**
 * Containers take no port of their node. An ECS task has an address of its own in mode awsvpc, Fargate's only one; in
 * mode bridge there is no way in but a port of the host.
 */
export const rule: Rule = {
  id: "containers-host-ports",
  title: "Containers take no port of their node.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["baseline: Host Ports"],
    "CIS Kubernetes 2.0.1": ["5.2.12"],
    "SOC 2": ["CC6.6"],
  },
  why: "A port of the node is open to whoever reaches the node, past Services, and only one Pod of it fits on a node.",
  fix: "Leave hostPort out; reach the container through a Service.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.{containers,initContainers,ephemeralContainers}[].ports[].hostPort"],
  },
  checks: ofPodContainers(
    (container) =>
      container
        .at("ports")
        .items()
        .flatMap((port) => must(port.at("hostPort"), none)),
    { patches: true },
  ),
};
