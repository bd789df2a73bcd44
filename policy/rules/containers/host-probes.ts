import type { types } from "@pulumi/kubernetes";
import { must, type Requirement } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { podSecurityPage } from "../../kinds/pod-security";
import { type Container, ofPodContainers } from "../../kinds/pods";

/** What a probe and a hook can both do. */
type Action = Pick<types.output.core.v1.LifecycleHandler, "httpGet" | "tcpSocket">;

/** Left out or empty, it is the Pod's own address. */
const own: Requirement = {
  words: "no host, so that the Pod itself is asked",
  allows: (host) => (host.text() ?? "") === "",
};

function actionsOf(container: View<Container>): View<Action>[] {
  const hooks = container.at("lifecycle");
  return [
    ...[container.at("livenessProbe"), container.at("readinessProbe"), container.at("startupProbe")].map((probe) =>
      probe.as<Action>(),
    ),
    ...[hooks.at("postStart"), hooks.at("preStop")].map((hook) => hook.as<Action>()),
  ];
}

/** Probes and hooks ask the Pod itself. On ECS they are commands in the container, or the load balancer's. */
export const rule: Rule = {
  id: "containers-host-probes",
  title: "Probes and lifecycle hooks ask no other host than the Pod itself.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["baseline: Host Probes / Lifecycle Hooks"],
    "SOC 2": ["CC6.6"],
  },
  why: "The node sends these requests: with a host of its own a probe reaches what network policies keep from the Pod.",
  fix: "Leave host out of httpGet and tcpSocket; set the Host header in httpHeaders.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.{containers,initContainers,ephemeralContainers}[].lifecycle.postStart.httpGet.host",
      "spec.{containers,initContainers,ephemeralContainers}[].lifecycle.postStart.tcpSocket.host",
      "spec.{containers,initContainers,ephemeralContainers}[].lifecycle.preStop.httpGet.host",
      "spec.{containers,initContainers,ephemeralContainers}[].lifecycle.preStop.tcpSocket.host",
      "spec.{containers,initContainers,ephemeralContainers}[].livenessProbe.httpGet.host",
      "spec.{containers,initContainers,ephemeralContainers}[].livenessProbe.tcpSocket.host",
      "spec.{containers,initContainers,ephemeralContainers}[].readinessProbe.httpGet.host",
      "spec.{containers,initContainers,ephemeralContainers}[].readinessProbe.tcpSocket.host",
      "spec.{containers,initContainers,ephemeralContainers}[].startupProbe.httpGet.host",
      "spec.{containers,initContainers,ephemeralContainers}[].startupProbe.tcpSocket.host",
    ],
  },
  checks: ofPodContainers(
    (container) =>
      actionsOf(container)
        .flatMap((action) => [action.at("httpGet"), action.at("tcpSocket")])
        .flatMap((request) => must(request.at("host"), own)),
    { patches: true },
  ),
};
