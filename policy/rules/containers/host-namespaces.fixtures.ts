import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Leave it out; reach the container through a Service or a load balancer.";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a Pod",
      type: k.podType,
      properties: k.podWith({}, { hostNetwork: false }, { ports: [{ containerPort: 80 }] }),
    },
    { name: "a task", type: k.taskType, properties: k.taskWith({}, { networkMode: "awsvpc" }) },
  ],
  fails: [
    {
      name: "a Pod in all of them",
      type: k.podType,
      properties: k.podWith({}, { hostNetwork: true, hostPID: true, hostIPC: true }, { ports: [{ hostPort: 80 }] }),
      messages: [
        `spec.hostNetwork is true; required: false. ${mend}`,
        `spec.hostPID is true; required: false. ${mend}`,
        `spec.hostIPC is true; required: false. ${mend}`,
        `${k.podContainer}.ports[0].hostPort is 80; required: no host port. ${mend}`,
      ],
    },
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { networkMode: "host", pidMode: "task" }),
      messages: [`networkMode is "host"; required: anything but "host". ${mend}`],
    },
  ],
};
