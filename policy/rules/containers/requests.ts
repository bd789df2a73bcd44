import { isSet, mustOne } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { type Container, ofPodContainers } from "../../kinds/pods";

/** Requests tell Kubernetes what a container needs. Other platforms place it by its limit. */
export const rule: Rule = {
  id: "containers-requests",
  title: "Containers of Kubernetes say what they need.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.6"], "SOC 2": ["A1.2"] },
  why: "Without requests the scheduler fills a node until Pods are evicted, and autoscaling has nothing to go by.",
  fix: "Set resources.requests with cpu and memory.",
  source: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  // Since Kubernetes 1.34 a Pod may say it for all of its containers.
  breaksBy: {
    "kinds that make Pods": [
      "spec.resources.limits.cpu",
      "spec.resources.limits.memory",
      "spec.resources.requests.cpu",
      "spec.resources.requests.memory",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.limits.cpu",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.limits.memory",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.requests.cpu",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.requests.memory",
    ],
  },
  checks: ofPodContainers((container, pod) => {
    const resources = [container, pod.as<Container>()].map((holder) => holder.at("resources"));
    // Where only a limit is said it is copied into the requests ("Resource Management for Pods and Containers").
    const amounts = [...resources.map((of) => of.at("requests")), ...resources.map((of) => of.at("limits"))];
    return ["cpu", "memory"].flatMap((resource) =>
      mustOne(
        amounts.map((of) => of.at(resource)),
        isSet,
      ),
    );
  }),
};
