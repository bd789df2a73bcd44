import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Make the root read-only, and mount an empty directory where the program writes.";
const path = "securityContext.readOnlyRootFilesystem";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a Pod", type: k.podType, properties: k.podWith({ readOnlyRootFilesystem: true }) },
    {
      name: "Windows, which has no such thing",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" } }),
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: { readOnlyRootFilesystem: true } }] },
      { containers: k.containersSayNothing },
    ),
    { name: "a task", type: k.taskType, properties: k.taskWith({ readonlyRootFilesystem: true }) },
  ],
  fails: [
    {
      name: "a Deployment that says nothing",
      type: k.deploymentType,
      properties: k.deploymentWith({}),
      messages: [`${k.deploymentContainer}.${path} is not set; required: true. ${fix}`],
    },
    ...k.patchesThatFail(
      { containers: [{ name: "app", securityContext: { readOnlyRootFilesystem: false } }] },
      (pod) => [`${pod}.containers[0].${path} is false; required: true. ${fix}`],
    ),
    {
      name: "a task that says no",
      type: k.taskType,
      properties: k.taskWith({ readonlyRootFilesystem: false }),
      messages: [`${k.taskContainer}.readonlyRootFilesystem is false; required: true. ${fix}`],
    },
  ],
};
