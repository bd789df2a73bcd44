import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Drop ALL, and add back NET_BIND_SERVICE where a port below 1024 is bound.";
const path = "securityContext.capabilities";
const capabilities = (drop: string[], add?: string[]) => ({ capabilities: { drop, add } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "all dropped", type: k.podType, properties: k.podWith(capabilities(["ALL"])) },
    {
      name: "one given back",
      type: k.deploymentType,
      properties: k.deploymentWith(capabilities(["all"], ["NET_BIND_SERVICE"])),
    },
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ linuxParameters: capabilities(["ALL"], ["SYS_PTRACE"]) }),
    },
  ],
  fails: [
    {
      name: "nothing dropped",
      type: k.podType,
      properties: k.podWith({}),
      messages: [`${k.podContainer}.${path}.drop is not set; required: ["ALL"]. ${mend}`],
    },
    {
      name: "some dropped, one added",
      type: k.cronJobType,
      properties: k.cronJobWith(capabilities(["NET_RAW"], ["NET_BIND_SERVICE", "SYS_ADMIN"])),
      messages: [
        `${k.cronJobContainer}.${path}.drop is ["NET_RAW"]; required: ["ALL"]. ${mend}`,
        `${k.cronJobContainer}.${path}.add[1] is "SYS_ADMIN"; required: none but NET_BIND_SERVICE. ${mend}`,
      ],
    },
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ linuxParameters: { capabilities: { add: ["NET_ADMIN"] } } }),
      messages: [
        `${k.taskContainer}.linuxParameters.capabilities.drop is not set; required: ["ALL"]. ${mend}`,
        `${k.taskContainer}.linuxParameters.capabilities.add[0] is "NET_ADMIN"; required: none but NET_BIND_SERVICE, SYS_PTRACE. ${mend}`,
      ],
    },
  ],
};
