import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Set allowPrivilegeEscalation: false.";
const path = "securityContext.allowPrivilegeEscalation";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "not allowed", type: k.podType, properties: k.podWith({ allowPrivilegeEscalation: false }) }],
  fails: [
    {
      name: "nothing said, which allows it",
      type: k.podType,
      properties: k.podWith({}),
      messages: [`${k.podContainer}.${path} is not set; required: false. ${mend}`],
    },
    {
      name: "allowed",
      type: k.deploymentType,
      properties: k.deploymentWith({ allowPrivilegeEscalation: true }),
      messages: [`${k.deploymentContainer}.${path} is true; required: false. ${mend}`],
    },
  ],
};
