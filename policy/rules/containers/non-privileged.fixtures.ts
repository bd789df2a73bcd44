import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Leave privileged out; grant the one capability or device that is needed.";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "nothing said", type: k.podType, properties: k.podWith({}) },
    { name: "said not to be", type: k.deploymentType, properties: k.deploymentWith({ privileged: false }) },
    { name: "a task", type: k.taskType, properties: k.taskWith({ privileged: false }) },
  ],
  fails: [
    {
      name: "a privileged container",
      type: k.cronJobType,
      properties: k.cronJobWith({ privileged: true }),
      messages: [`${k.cronJobContainer}.securityContext.privileged is true; required: false. ${mend}`],
    },
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ privileged: true }),
      messages: [`${k.taskContainer}.privileged is true; required: false. ${mend}`],
    },
  ],
};
