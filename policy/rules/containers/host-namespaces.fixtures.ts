import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave it out; reach the container through a Service or a load balancer.";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a Pod",
      type: k.podType,
      properties: k.podWith({}, { hostNetwork: false, hostPID: false, hostIPC: false }),
    },
    ...k.patchesThatPass({ hostNetwork: false }),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { networkMode: "awsvpc", pidMode: "task", ipcMode: "none" }),
    },
  ],
  fails: [
    {
      name: "a Pod in all of them",
      type: k.podType,
      properties: k.podWith({}, { hostNetwork: true, hostPID: true, hostIPC: true }),
      messages: [
        `spec.hostNetwork is true; required: false. ${fix}`,
        `spec.hostPID is true; required: false. ${fix}`,
        `spec.hostIPC is true; required: false. ${fix}`,
      ],
    },
    {
      name: "Windows, which is not exempt",
      type: k.deploymentType,
      properties: k.deploymentWith({}, { os: { name: "windows" }, hostNetwork: true }),
      messages: [`spec.template.spec.hostNetwork is true; required: false. ${fix}`],
    },
    ...k.patchesThatFail({ hostPID: true }, (pod) => [`${pod}.hostPID is true; required: false. ${fix}`]),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { networkMode: "host", pidMode: "host", ipcMode: "host" }),
      messages: [
        `networkMode is "host"; required: one of awsvpc, bridge, none. ${fix}`,
        `pidMode is "host"; required: "task". ${fix}`,
        `ipcMode is "host"; required: one of task, none. ${fix}`,
      ],
    },
  ],
};
