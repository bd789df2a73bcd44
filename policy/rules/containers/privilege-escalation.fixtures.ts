import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Set allowPrivilegeEscalation: false.";
const path = "securityContext.allowPrivilegeEscalation";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "not allowed", type: k.podType, properties: k.podWith({ allowPrivilegeEscalation: false }) },
    {
      name: "Windows, which has no such thing",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" } }),
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: { allowPrivilegeEscalation: false } }] },
      { containers: k.containersSayNothing },
    ),
  ],
  fails: [
    {
      name: "nothing said, which allows it",
      type: k.podType,
      properties: k.podWith({}),
      messages: [`${k.podContainer}.${path} is not set; required: false. ${fix}`],
    },
    {
      name: "allowed",
      type: k.deploymentType,
      properties: k.deploymentWith({ allowPrivilegeEscalation: true }),
      messages: [`${k.deploymentContainer}.${path} is true; required: false. ${fix}`],
    },
    {
      name: "allowed on Linux, which says so",
      type: k.cronJobType,
      properties: k.cronJobWith({ allowPrivilegeEscalation: true }, { os: { name: "linux" } }),
      messages: [`${k.cronJobContainer}.${path} is true; required: false. ${fix}`],
    },
    ...k.patchesThatFail(
      { containers: [{ name: "app", securityContext: { allowPrivilegeEscalation: true } }] },
      (pod) => [`${pod}.containers[0].${path} is true; required: false. ${fix}`],
    ),
  ],
};
