import type { ResourceFixtures } from "../../core/fixture";
import { cloudPlatforms, otherPlatforms, type Platform, sessionPlatform } from "../../kinds/cloud-containers.fixtures";
import { deploymentType, deploymentWith, taskType, taskWith } from "../../kinds/pods.fixtures";

const fix = "Set the limit of memory: resources.limits.memory, or memory of the task.";
const pods = otherPlatforms.filter(({ type }) => type !== taskType);
const limited = [...pods, ...cloudPlatforms.filter(({ type }) => type.startsWith("gcp:"))];
const apps = [...cloudPlatforms.filter(({ type }) => type.startsWith("azure-native:")), sessionPlatform];
const reported = (platforms: readonly Platform[], path: string) =>
  platforms.map(({ type, of, path: container }) => ({
    name: "as it comes",
    type,
    properties: of({ name: "app" }),
    messages: [`${container}.${path} is not set; required: a value. ${fix}`],
  }));

const whole = { path: "memory" };
export const fixtures: ResourceFixtures = {
  passes: [
    ...limited.map(({ type, of }) => ({
      name: "with a limit",
      type,
      properties: of({ resources: { limits: { memory: "512Mi" } } }),
    })),
    ...apps.map(({ type, of }) => ({
      name: "with a size",
      type,
      properties: of({ resources: { memory: "1Gi" } }),
    })),
    {
      name: "a Pod with a limit for all",
      type: deploymentType,
      properties: deploymentWith({}, { resources: { limits: { memory: "512Mi" } } }),
      harmless: { "spec.template.spec.containers": "the Pod's limit is of every container" },
    },
    { name: "a task with a size", type: taskType, properties: taskWith({}, { memory: "512" }) },
    { name: "containers with sizes", type: taskType, properties: taskWith({ memory: 512 }) },
  ],
  fails: [
    ...reported(limited, "resources.limits.memory"),
    ...reported(apps, "resources.memory"),
    {
      name: "neither",
      type: taskType,
      properties: taskWith({}),
      messages: [`containerDefinitions[0].${whole.path} is not set; required: a value. ${fix}`],
    },
  ],
};
