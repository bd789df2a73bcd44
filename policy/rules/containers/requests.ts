import { isSet, requireOne } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { type Container, ofPodContainers } from "../../kinds/pods";

/** Kubernetes is told what a container needs. Other platforms start it where there is room for its limit. */
export const rule: Rule = {
  id: "containers-requests",
  title: "Containers of Kubernetes say what they need.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.6"], "SOC 2": ["A1.2"] },
  why: "Without requests the scheduler fills a node until Pods are evicted, and autoscaling has nothing to go by.",
  mend: "Set resources.requests with cpu and memory.",
  source: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  // Since Kubernetes 1.34 a Pod may say it for all of its containers.
  breaksBy: {
    "kinds that make Pods": [
      "spec.resources.requests.cpu",
      "spec.resources.requests.memory",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.requests.cpu",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.requests.memory",
    ],
  },
  checks: ofPodContainers((container, pod) => {
    const requests = [container, pod.as<Container>()].map((holder) => holder.at("resources").at("requests"));
    return ["cpu", "memory"].flatMap((resource) =>
      requireOne(
        requests.map((of) => of.at(resource)),
        isSet,
      ),
    );
  }),
};
