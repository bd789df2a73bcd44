import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Run as a numeric user above 0, and say so: runAsNonRoot with runAsUser, or user in ECS.";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "the container says it", type: k.podType, properties: k.podWith({ runAsNonRoot: true }) },
    {
      name: "the Pod says it",
      type: k.deploymentType,
      properties: k.deploymentWith({}, { securityContext: { runAsNonRoot: true, runAsUser: 10001 } }),
    },
    { name: "a user above 0 is enough", type: k.cronJobType, properties: k.cronJobWith({ runAsUser: 1 }) },
    {
      name: "Windows",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" } }),
    },
    { name: "a task", type: k.taskType, properties: k.taskWith({ user: "10001:10001" }) },
    {
      name: "a Windows task",
      type: k.taskType,
      properties: k.taskWith({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }),
    },
  ],
  fails: [
    {
      name: "nobody says anything",
      type: k.podType,
      properties: k.podWith({}),
      messages: [`${k.podContainer}.securityContext.runAsNonRoot is not set; required: true. ${mend}`],
    },
    {
      name: "the container takes back what the Pod says",
      type: k.deploymentType,
      properties: k.deploymentWith({ runAsNonRoot: false }, { securityContext: { runAsNonRoot: true } }),
      messages: [`${k.deploymentContainer}.securityContext.runAsNonRoot is false; required: true. ${mend}`],
    },
    {
      name: "user 0 in a CronJob",
      type: k.cronJobType,
      properties: k.cronJobWith({ runAsNonRoot: true, runAsUser: 0 }),
      messages: [
        `${k.cronJobContainer}.securityContext.runAsUser is 0, which is root; required: a user above 0. ${mend}`,
      ],
    },
    {
      name: "an init container",
      type: k.podType,
      properties: { spec: { containers: [], initContainers: [{ name: "init" }] } },
      messages: [`spec.initContainers[0].securityContext.runAsNonRoot is not set; required: true. ${mend}`],
    },
    {
      name: "a task without a user",
      type: k.taskType,
      properties: k.taskWith({}),
      messages: [`${k.taskContainer}.user is not set; required: a user that is not root. ${mend}`],
    },
    {
      name: "a task of root's group",
      type: k.taskType,
      properties: k.taskWith({ user: "0:1000" }),
      messages: [`${k.taskContainer}.user is "0:1000"; required: a user that is not root. ${mend}`],
    },
  ],
};
