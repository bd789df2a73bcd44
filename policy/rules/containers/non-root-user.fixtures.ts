import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Set runAsUser to a number above 0 that owns what the program writes, or leave it to the image.";
const path = "securityContext.runAsUser";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "left to the image",
      type: k.podType,
      properties: k.podWith({ runAsNonRoot: true }),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "users above 0",
      type: k.deploymentType,
      properties: k.deploymentWith({ runAsUser: 10001 }, { securityContext: { runAsUser: 1 } }),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    {
      name: "root, with users of its own",
      type: k.podType,
      properties: k.podWith({ runAsUser: 0 }, { hostUsers: false }),
    },
    ...k.patchesThatPass({ securityContext: { runAsUser: 10001 } }),
  ],
  fails: [
    {
      name: "the Pod, though its container has another",
      type: k.deploymentType,
      properties: k.deploymentWith({ runAsUser: 10001 }, { securityContext: { runAsUser: 0 } }),
      messages: [`spec.template.spec.${path} is 0; required: a user above 0. ${fix}`],
    },
    {
      name: "the container",
      type: k.cronJobType,
      properties: k.cronJobWith({ runAsNonRoot: true, runAsUser: 0 }),
      messages: [`${k.cronJobContainer}.${path} is 0; required: a user above 0. ${fix}`],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", securityContext: { runAsUser: 0 } }] }, (pod) => [
      `${pod}.containers[0].${path} is 0; required: a user above 0. ${fix}`,
    ]),
  ],
};
