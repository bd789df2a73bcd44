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
    },
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
  ],
};
