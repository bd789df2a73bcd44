import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave shareProcessNamespace out; debug with an ephemeral container that targets one container.";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "nothing said", type: k.podType, properties: k.podWith({}) },
    {
      name: "said not to",
      type: k.deploymentType,
      properties: k.deploymentWith({}, { shareProcessNamespace: false }),
    },
    ...k.patchesThatPass({ shareProcessNamespace: false }),
  ],
  fails: [
    {
      name: "shared",
      type: k.cronJobType,
      properties: k.cronJobWith({}, { shareProcessNamespace: true }),
      messages: [`spec.jobTemplate.spec.template.spec.shareProcessNamespace is true; required: false. ${fix}`],
    },
    ...k.patchesThatFail({ shareProcessNamespace: true }, (pod) => [
      `${pod}.shareProcessNamespace is true; required: false. ${fix}`,
    ]),
  ],
};
