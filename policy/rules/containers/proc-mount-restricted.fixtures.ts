import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave procMount out.";
const path = "securityContext.procMount";
const unmasked = { procMount: "Unmasked" };

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "the default, with users of its own",
      type: k.podType,
      properties: k.podWith({ procMount: "Default" }, { hostUsers: false }),
      harmless: { "spec.containers": k.containersSayNothing, "spec.hostUsers": "baseline tells it without them" },
    },
    {
      name: "no mask with the node's users, which is baseline's to tell",
      type: k.deploymentType,
      properties: k.deploymentWith(unmasked),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { hostUsers: false, containers: [{ name: "app", securityContext: { procMount: "Default" } }] },
      { containers: k.containersSayNothing, hostUsers: "baseline tells it without them" },
    ),
  ],
  fails: [
    {
      name: "no mask",
      type: k.deploymentType,
      properties: k.deploymentWith(unmasked, { hostUsers: false }),
      messages: [`${k.deploymentContainer}.${path} is "Unmasked"; required: "Default". ${fix}`],
    },
    ...k.patchesThatFail({ hostUsers: false, containers: [{ name: "app", securityContext: unmasked }] }, (pod) => [
      `${pod}.containers[0].${path} is "Unmasked"; required: "Default". ${fix}`,
    ]),
  ],
};
