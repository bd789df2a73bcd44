import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Set seccompProfile: { type: RuntimeDefault } for the Pod.";
const path = "securityContext.seccompProfile.type";
const required = "required: one of RuntimeDefault, Localhost";
const profile = (type: string) => ({ seccompProfile: { type } });

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "the container has one",
      type: k.podType,
      properties: k.podWith(profile("Localhost")),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "none at all",
      type: k.deploymentType,
      properties: k.deploymentWith({}),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: profile("RuntimeDefault") }] },
      { containers: k.containersSayNothing },
    ),
  ],
  fails: [
    {
      name: "the container takes off the Pod's",
      type: k.cronJobType,
      properties: k.cronJobWith(profile("Unconfined"), { securityContext: profile("RuntimeDefault") }),
      messages: [`${k.cronJobContainer}.${path} is "Unconfined"; ${required}. ${fix}`],
    },
    {
      name: "the Pod has a bad one, its container a good one",
      type: k.deploymentType,
      properties: k.deploymentWith(profile("RuntimeDefault"), { securityContext: profile("Unconfined") }),
      messages: [`spec.template.spec.${path} is "Unconfined"; ${required}. ${fix}`],
    },
    {
      name: "one without a type",
      type: k.podType,
      properties: k.podWith({ seccompProfile: {} }),
      messages: [`${k.podContainer}.${path} is not set; ${required}. ${fix}`],
    },
    {
      name: "unconfined on Windows, which is not exempt",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" }, securityContext: profile("Unconfined") }),
      messages: [`spec.${path} is "Unconfined"; ${required}. ${fix}`],
    },
    ...k.patchesThatFail({ securityContext: profile("Unconfined"), containers: [{ name: "app" }] }, (pod) => [
      `${pod}.${path} is "Unconfined"; ${required}. ${fix}`,
    ]),
  ],
};
