import { isOneOf, matches, must, mustIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { podSecurityPage, profileTypes } from "../../kinds/pod-security";
import { ofPods, securityContextsOf } from "../../kinds/pods";

/** Before Kubernetes 1.30 a container's profile was an annotation of its Pod, and still is one where it is set. */
const annotation = "container.apparmor.security.beta.kubernetes.io/";
const inAnnotation = matches(/^$|^runtime\/default$|^localhost\//, "runtime/default or localhost/ with a profile");
const inField = isOneOf(profileTypes);

/** The runtime's AppArmor profile, which is the default, is not taken off. Fargate has no such setting. */
export const rule: Rule = {
  id: "containers-apparmor",
  title: "Containers keep their AppArmor profile.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.9"],
    "Pod Security Standards": ["baseline: AppArmor"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "The runtime's profile keeps processes from mounting file systems and from writing to the kernel's settings.",
  fix: "Leave the profile out, or set appArmorProfile: { type: RuntimeDefault }.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "metadata.annotations.*",
      "spec.securityContext.appArmorProfile.type",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.appArmorProfile.type",
    ],
  },
  checks: ofPods(
    (pod, { metadata }) => [
      ...metadata
        .at("annotations")
        .entries()
        .filter(([key]) => key.startsWith(annotation))
        .flatMap(([, value]) => mustIfSet(value, inAnnotation)),
      // A profile without a type is refused as well.
      ...securityContextsOf(pod)
        .map((context) => context.at("appArmorProfile"))
        .flatMap((profile) => (profile.isSet ? must(profile.at("type"), inField) : [])),
    ],
    { patches: true },
  ),
};
