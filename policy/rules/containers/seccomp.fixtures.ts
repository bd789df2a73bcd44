import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Set seccompProfile: { type: RuntimeDefault } for the Pod.";
const profile = (type: string) => ({ seccompProfile: { type } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "the container has one", type: k.podType, properties: k.podWith(profile("Localhost")) },
    {
      name: "the Pod has one",
      type: k.deploymentType,
      properties: k.deploymentWith({}, { securityContext: profile("RuntimeDefault") }),
      harmless: { "spec.template.spec.containers": k.podSpeaksForContainers },
    },
    {
      name: "Windows, which has none",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" } }),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: profile("RuntimeDefault") }] },
      { containers: k.containersSayNothing },
    ),
  ],
  fails: [
    {
      name: "none",
      type: k.podType,
      properties: k.podWith({}),
      messages: [
        `${k.podContainer}.securityContext.seccompProfile.type is not set; required: one of RuntimeDefault, Localhost. ${mend}`,
      ],
    },
    {
      name: "the container takes off the Pod's",
      type: k.cronJobType,
      properties: k.cronJobWith(profile("Unconfined"), { securityContext: profile("RuntimeDefault") }),
      messages: [
        `${k.cronJobContainer}.securityContext.seccompProfile.type is "Unconfined"; required: one of RuntimeDefault, Localhost. ${mend}`,
      ],
    },
    {
      name: "the Pod has a bad one, its container a good one",
      type: k.deploymentType,
      properties: k.deploymentWith(profile("RuntimeDefault"), { securityContext: profile("Unconfined") }),
      messages: [
        `spec.template.spec.securityContext.seccompProfile.type is "Unconfined"; required: one of RuntimeDefault, Localhost. ${mend}`,
      ],
    },
    {
      name: "unconfined on Windows, where none is needed",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" }, securityContext: profile("Unconfined") }),
      messages: [
        `spec.securityContext.seccompProfile.type is "Unconfined"; required: one of RuntimeDefault, Localhost. ${mend}`,
      ],
    },
    ...k.patchesThatFail({ securityContext: profile("Unconfined"), containers: [{ name: "app" }] }, (pod) => [
      `${pod}.securityContext.seccompProfile.type is "Unconfined"; required: one of RuntimeDefault, Localhost. ${mend}`,
    ]),
  ],
};
