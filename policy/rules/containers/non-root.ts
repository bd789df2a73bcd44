import type { Finding } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTaskContainers } from "../../kinds/ecs";
import { type Container, ofPodContainers, type PodSpec } from "../../kinds/pods";

/** The container's own word goes before the Pod's. */
function podFindings(container: View<Container>, pod: View<PodSpec>): Finding[] {
  const own = container.at("securityContext");
  const shared = pod.at("securityContext");
  const flag = own.at("runAsNonRoot").isSet ? own.at("runAsNonRoot") : shared.at("runAsNonRoot");
  const user = own.at("runAsUser").isSet ? own.at("runAsUser") : shared.at("runAsUser");
  if (user.known && user.number() === 0)
    return [{ path: user.path, found: "0, which is root", required: "a user above 0" }];
  if (!flag.known || flag.boolean() === true) return [];
  // Without the flag a numeric user is enough: it is what runs, whatever the image says.
  if (!flag.isSet && (!user.known || (user.number() ?? 0) > 0)) return [];
  const path = flag.isSet ? flag.path : own.at("runAsNonRoot").path;
  return [{ path, found: flag.shown(), required: "true" }];
}

/** `user`, `uid`, `user:group` and `uid:gid` (ECS API reference, `ContainerDefinition.user`). */
const root = /^(root|0+)(:.*)?$/;

/** Containers do not run as root. */
export const rule: Rule = {
  id: "containers-non-root",
  title: "Containers do not run as root.",
  severity: "high",
  frameworks: {
    "Pod Security Standards": ["restricted: Running as Non-root", "restricted: Running as Non-root user"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.1"],
  },
  why: "Whoever breaks out of the process is root in the container, and one bug of the runtime away from the host.",
  mend: "Run as a numeric user above 0, and say so: runAsNonRoot with runAsUser, or user in ECS.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  checks: {
    ...ofPodContainers(podFindings),
    ...ofTaskContainers((container) => {
      const user = container.at("user");
      const text = user.text();
      return text !== undefined && text !== "" && !root.test(text)
        ? []
        : [{ path: user.path, found: user.shown(), required: "a user that is not root" }];
    }),
  },
};
