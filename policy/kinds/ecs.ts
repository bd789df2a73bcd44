import type { ContainerDefinition, TaskDefinitionArgs } from "@pulumi/aws/ecs";
import type { Unwrap } from "@pulumi/pulumi";
import type { Finding } from "../core/finding";
import { type Check, check } from "../core/rule";
import type { View } from "../core/view";

/** A container in `containerDefinitions`. */
export type EcsContainer = Unwrap<ContainerDefinition>;

/** A check of ECS task definitions. */
export function ofTasks(judge: (task: View<Unwrap<TaskDefinitionArgs>>) => Finding[]): Record<string, Check> {
  return { "aws:ecs/taskDefinition:TaskDefinition": check<TaskDefinitionArgs>(judge) };
}

/** What a container adds and drops, by the names of Linux. */
export function taskCapabilities(container: View<EcsContainer>): View<{ add: string[]; drop: string[] }> {
  return container.at("linuxParameters").at("capabilities").as<{ add: string[]; drop: string[] }>();
}

/** A check of every Linux container of ECS task definitions. Windows has none of these settings. */
export function ofTaskContainers(judge: (container: View<EcsContainer>) => Finding[]): Record<string, Check> {
  return ofTasks((task) => {
    const system = task.at("runtimePlatform").at("operatingSystemFamily");
    return !system.known || system.text()?.startsWith("WINDOWS")
      ? []
      : task.at("containerDefinitions").jsonOfGo<EcsContainer[]>().items().flatMap(judge);
  });
}
