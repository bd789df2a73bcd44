import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Set runAsNonRoot: true for the Pod, or in ECS a user that is not root.";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "the container says it", type: k.podType, properties: k.podWith({ runAsNonRoot: true }) },
    {
      name: "the Pod says it",
      type: k.deploymentType,
      properties: k.deploymentWith({}, { securityContext: { runAsNonRoot: true } }),
      harmless: { "spec.template.spec.containers": k.podSpeaksForContainers },
    },
    {
      name: "both say it",
      type: k.cronJobType,
      properties: k.cronJobWith({ runAsNonRoot: true }, { securityContext: { runAsNonRoot: true } }),
      harmless: { "spec.jobTemplate.spec.template.spec.containers": k.podSpeaksForContainers },
    },
    {
      name: "nobody says anything, with users of its own",
      type: k.podType,
      properties: k.podWith({}, { hostUsers: false }),
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: { runAsNonRoot: true } }] },
      { containers: k.containersSayNothing },
    ),
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
      messages: [`${k.podContainer}.securityContext.runAsNonRoot is not set; required: true. ${fix}`],
    },
    {
      name: "the container takes back what the Pod says",
      type: k.deploymentType,
      properties: k.deploymentWith({ runAsNonRoot: false }, { securityContext: { runAsNonRoot: true } }),
      messages: [`${k.deploymentContainer}.securityContext.runAsNonRoot is false; required: true. ${fix}`],
    },
    {
      name: "the Pod says no, where its container says yes",
      type: k.deploymentType,
      properties: k.deploymentWith({ runAsNonRoot: true }, { securityContext: { runAsNonRoot: false } }),
      messages: [`spec.template.spec.securityContext.runAsNonRoot is false; required: true. ${fix}`],
    },
    {
      name: "a user above 0 without the flag",
      type: k.cronJobType,
      properties: k.cronJobWith({ runAsUser: 10001 }),
      messages: [`${k.cronJobContainer}.securityContext.runAsNonRoot is not set; required: true. ${fix}`],
    },
    {
      name: "an init container, on Windows, which is not exempt",
      type: k.podType,
      properties: { spec: { os: { name: "windows" }, containers: [], initContainers: [{ name: "init" }] } },
      messages: [`spec.initContainers[0].securityContext.runAsNonRoot is not set; required: true. ${fix}`],
    },
    ...k.patchesThatFail({ securityContext: { runAsNonRoot: false }, containers: [{ name: "app" }] }, (pod) => [
      `${pod}.securityContext.runAsNonRoot is false; required: true. ${fix}`,
    ]),
    {
      name: "a task without a user",
      type: k.taskType,
      properties: k.taskWith({}),
      messages: [`${k.taskContainer}.user is not set; required: a user that is not root. ${fix}`],
    },
    {
      name: "a task of root's group",
      type: k.taskType,
      properties: k.taskWith({ user: "0:1000" }),
      messages: [`${k.taskContainer}.user is "0:1000"; required: a user that is not root. ${fix}`],
    },
  ],
};
