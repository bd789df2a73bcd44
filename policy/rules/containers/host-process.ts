import { isNotTrue, must } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { podSecurityPage } from "../../kinds/pod-security";
import { ofPods, securityContextsOf } from "../../kinds/pods";

/** Windows containers are no processes of their host. ECS has no such containers. */
export const rule: Rule = {
  id: "containers-host-process",
  title: "Windows containers do not run as processes of their host.",
  severity: "critical",
  frameworks: {
    "Pod Security Standards": ["baseline: HostProcess"],
    "CIS Kubernetes 2.0.1": ["5.2.10"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.1"],
  },
  why: "A HostProcess container has the files, the network and the accounts of its node, and can become its administrator.",
  fix: "Leave hostProcess out; let an agent that the node's own image brings do what needs the host.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.securityContext.windowsOptions.hostProcess",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.windowsOptions.hostProcess",
    ],
  },
  checks: ofPods(
    (pod) =>
      securityContextsOf(pod).flatMap((context) => must(context.at("windowsOptions").at("hostProcess"), isNotTrue)),
    { patches: true },
  ),
};
