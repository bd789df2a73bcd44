import { isSet, require } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofPodContainers } from "../../kinds/pods";

/** Kubernetes is told what a container needs. Other platforms start it where there is room for its limit. */
export const rule: Rule = {
  id: "containers-requests",
  title: "Containers of Kubernetes say what they need.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.6"], "SOC 2": ["A1.2"] },
  why: "Without requests the scheduler fills a node until Pods are evicted, and autoscaling has nothing to go by.",
  mend: "Set resources.requests with cpu and memory.",
  source: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  breaksBy: {
    "kinds that make Pods": [
      "spec.{containers,initContainers,ephemeralContainers}[].resources.requests.cpu",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.requests.memory",
    ],
  },
  checks: ofPodContainers((container) => {
    const requests = container.at("resources").at("requests");
    return [...require(requests.at("cpu"), isSet), ...require(requests.at("memory"), isSet)];
  }),
};
