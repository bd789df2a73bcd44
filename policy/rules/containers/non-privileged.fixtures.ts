import type { ResourceFixtures } from "../../core/fixture";
import { groupsThatFail, groupsThatPass } from "../../kinds/container-groups.fixtures";
import { pathFixtures } from "../../kinds/other-containers.fixtures";
import * as k from "../../kinds/pods.fixtures";
import { others } from "./non-privileged";

const fix = "Leave privileged out; grant the one capability or device that is needed.";

const paths = pathFixtures(
  others,
  { good: false, bad: true, message: `is true; required: false. ${fix}` },
  k.containersSayNothing,
);

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "nothing said",
      type: k.podType,
      properties: k.podWith({}),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "said not to be",
      type: k.deploymentType,
      properties: k.deploymentWith({ privileged: false }),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: { privileged: false } }] },
      { containers: k.containersSayNothing },
    ),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ privileged: false }),
      harmless: { containerDefinitions: k.containersSayNothing },
    },
    ...groupsThatPass({ privileged: false }),
    ...paths.passes,
  ],
  fails: [
    {
      name: "a privileged container",
      type: k.cronJobType,
      properties: k.cronJobWith({ privileged: true }),
      messages: [`${k.cronJobContainer}.securityContext.privileged is true; required: false. ${fix}`],
    },
    {
      name: "an init container and a debugging one, on what may be Windows",
      type: k.podType,
      properties: {
        spec: {
          os: { name: "windows" },
          containers: [{ name: "app" }],
          initContainers: [{ name: "init", securityContext: { privileged: true } }],
          ephemeralContainers: [{ name: "debug", securityContext: { privileged: true } }],
        },
      },
      messages: [
        `spec.initContainers[0].securityContext.privileged is true; required: false. ${fix}`,
        `spec.ephemeralContainers[0].securityContext.privileged is true; required: false. ${fix}`,
      ],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", securityContext: { privileged: true } }] }, (pod) => [
      `${pod}.containers[0].securityContext.privileged is true; required: false. ${fix}`,
    ]),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ privileged: true }),
      messages: [`${k.taskContainer}.privileged is true; required: false. ${fix}`],
    },
    ...paths.fails,
    ...groupsThatFail({ privileged: true }, (path) => `${path}.privileged is true; required: false. ${fix}`),
  ],
};
