import { type Finding, isTrue, must, mustIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTaskContainers } from "../../kinds/ecs";
import { mayHaveOwnUsers, podSecurityPage } from "../../kinds/pod-security";
import { containersOf, type Origin, ofPods, type PodSpec } from "../../kinds/pods";

/**
 * The Pod's word holds for every container that has none of its own, and may not be false even where all have. A user
 * above 0 is no replacement: the cluster asks for the flag. A patch that leaves it out leaves it as it was. Root of a Pod with
 * users of its own is no root of the node.
 */
function podFindings(pod: View<PodSpec>, { isPatch }: Origin): Finding[] {
  if (mayHaveOwnUsers(pod)) return [];
  const shared = pod.at("securityContext").at("runAsNonRoot");
  const inherited = shared.isSet || isPatch;
  const own = containersOf(pod).map((container) => container.at("securityContext").at("runAsNonRoot"));
  return [
    ...mustIfSet(shared, isTrue),
    ...own.flatMap((flag) => (inherited ? mustIfSet(flag, isTrue) : must(flag, isTrue))),
  ];
}

/** `user`, `uid`, `user:group` and `uid:gid` (ECS API reference, `ContainerDefinition.user`). */
const root = /^(root|0+)(:.*)?$/;

/** Containers do not run as root. */
export const rule: Rule = {
  id: "containers-non-root",
  title: "Containers do not run as root.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.0"],
    "Pod Security Standards": ["restricted: Running as Non-root"],
    "CIS Kubernetes 2.0.1": ["5.2.7", "5.6.3"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.1"],
  },
  why: "Whoever breaks out of the process is root in the container, and one bug of the runtime away from the host.",
  fix: "Set runAsNonRoot: true for the Pod, or in ECS a user that is not root.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.hostUsers",
      "spec.securityContext.runAsNonRoot",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.runAsNonRoot",
    ],
    "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions[].user", "runtimePlatform.operatingSystemFamily"],
  },
  checks: {
    ...ofPods(podFindings, { patches: true }),
    ...ofTaskContainers((container) => {
      const user = container.at("user");
      const text = user.text();
      return text !== undefined && text !== "" && !root.test(text)
        ? []
        : [{ path: user.path, found: user.shown(), required: "a user that is not root" }];
    }),
  },
};
