import type { ResourceFixtures } from "../../core/fixture";
import { taskType, taskWith } from "../../kinds/pods.fixtures";

const fix = 'Set logConfiguration, for example with the driver "awslogs"; on Azure appLogsConfiguration.destination.';
const environment = "azure-native:app:ManagedEnvironment";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a task with a log driver",
      type: taskType,
      properties: taskWith({ logConfiguration: { logDriver: "awslogs" } }),
    },
    {
      name: "an environment",
      type: environment,
      properties: { appLogsConfiguration: { destination: "azure-monitor" } },
    },
  ],
  fails: [
    {
      name: "a task without",
      type: taskType,
      properties: taskWith({}),
      messages: [`containerDefinitions[0].logConfiguration.logDriver is not set; required: a value. ${fix}`],
    },
    {
      name: "an environment without",
      type: environment,
      properties: { appLogsConfiguration: { destination: "none" } },
      messages: [`appLogsConfiguration.destination is "none"; required: one of azure-monitor, log-analytics. ${fix}`],
    },
  ],
};
