import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave procMount out, or give the Pod users of its own: hostUsers: false.";
const path = "securityContext.procMount";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "the default",
      type: k.podType,
      properties: k.podWith({ procMount: "Default" }),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "no mask, with users of its own",
      type: k.deploymentType,
      properties: k.deploymentWith({ procMount: "Unmasked" }, { hostUsers: false }),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: { procMount: "Default" } }] },
      { containers: k.containersSayNothing },
    ),
  ],
  fails: [
    {
      name: "no mask",
      type: k.deploymentType,
      properties: k.deploymentWith({ procMount: "Unmasked" }),
      messages: [`${k.deploymentContainer}.${path} is "Unmasked"; required: "Default". ${fix}`],
    },
    {
      name: "no mask, with the node's users said",
      type: k.deploymentType,
      properties: k.deploymentWith({ procMount: "Unmasked" }, { hostUsers: true }),
      messages: [`${k.deploymentContainer}.${path} is "Unmasked"; required: "Default". ${fix}`],
    },
    {
      name: "no mask for a debugging container",
      type: k.podType,
      properties: { spec: { ephemeralContainers: [{ name: "debug", securityContext: { procMount: "Unmasked" } }] } },
      messages: [`spec.ephemeralContainers[0].${path} is "Unmasked"; required: "Default". ${fix}`],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", securityContext: { procMount: "Unmasked" } }] }, (pod) => [
      `${pod}.containers[0].${path} is "Unmasked"; required: "Default". ${fix}`,
    ]),
  ],
};
