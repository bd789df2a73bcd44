import { isSet, must, mustOne } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofCloudRunContainers } from "../../kinds/cloud-run";
import { ofAppContainers, ofSessionContainers } from "../../kinds/container-apps";
import { type EcsContainer, ofTasks } from "../../kinds/ecs";
import { type Container, ofPodContainers } from "../../kinds/pods";

/** Containers have a limit of memory; where the platform has none of its own, nothing else keeps a leak from the host. */
export const rule: Rule = {
  id: "containers-limits",
  title: "Containers have a limit of memory.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.6"], "SOC 2": ["A1.2"] },
  why: "One container with a leak takes the memory of the machine, and its neighbours are killed first.",
  fix: "Set the limit of memory: resources.limits.memory, or memory of the task.",
  source: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  breaksBy: {
    "kinds that make Pods": [
      "spec.resources.limits.memory",
      "spec.{containers,initContainers,ephemeralContainers}[].resources.limits.memory",
    ],
    "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions[].memory", "memory"],
    "gcp:cloudrun/service:Service": ["template.spec.containers[].resources.limits.memory"],
    "gcp:cloudrunv2/service:Service": ["template.containers[].resources.limits.memory"],
    "gcp:cloudrunv2/workerPool:WorkerPool": ["template.containers[].resources.limits.memory"],
    "gcp:cloudrunv2/job:Job": ["template.template.containers[].resources.limits.memory"],
    "azure-native:app:ContainerApp": [
      "template.containers[].resources.memory",
      "template.initContainers[].resources.memory",
    ],
    "azure-native:app:Job": ["template.containers[].resources.memory", "template.initContainers[].resources.memory"],
    "azure-native:app:ContainerAppsSessionPool": ["customContainerTemplate.containers[].resources.memory"],
  },
  checks: {
    // Since Kubernetes 1.34 a Pod may have one limit for all of its containers.
    ...ofPodContainers((container, pod) =>
      mustOne(
        [container, pod.as<Container>()].map((holder) => holder.at("resources").at("limits").at("memory")),
        isSet,
      ),
    ),
    ...ofTasks((task) => {
      const memory = task.at("memory");
      if (!memory.known || memory.isSet) return [];
      const containers: View<EcsContainer>[] = task.at("containerDefinitions").jsonOfGo<EcsContainer[]>().items();
      return containers.flatMap((container) => must(container.at("memory"), isSet));
    }),
    ...ofCloudRunContainers((container) =>
      must(container.at("resources").at("limits").as<Record<string, string>>().at("memory"), isSet),
    ),
    ...ofAppContainers((container) => mustOne([container.at("resources").at("memory")], isSet)),
    ...ofSessionContainers((container) => mustOne([container.at("resources").at("memory")], isSet)),
  },
};
