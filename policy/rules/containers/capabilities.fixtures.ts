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
      properties: k.deploymentWith(capabilities(["ALL"], ["NET_BIND_SERVICE"])),
    },
    {
      name: "Windows, which has none",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" } }),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: capabilities(["ALL"], ["NET_BIND_SERVICE"]) }] },
      { containers: k.containersSayNothing },
    ),
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
      name: "a name that no Kubernetes knows",
      type: k.deploymentType,
      properties: k.deploymentWith(capabilities(["all"], ["CAP_NET_BIND_SERVICE"])),
      messages: [
        `${k.deploymentContainer}.${path}.drop is ["all"]; required: ["ALL"]. ${mend}`,
        `${k.deploymentContainer}.${path}.add[0] is "CAP_NET_BIND_SERVICE"; required: none but NET_BIND_SERVICE. ${mend}`,
      ],
    },
    {
      name: "Windows, which has the baseline's alone",
      type: k.podType,
      properties: k.podWith({ capabilities: { add: ["CHOWN", "SYS_ADMIN"] } }, { os: { name: "windows" } }),
      messages: [
        `${k.podContainer}.${path}.add[1] is "SYS_ADMIN"; required: none but AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT. ${mend}`,
      ],
    },
    ...k.patchesThatFail(
      { containers: [{ name: "app", securityContext: { capabilities: { add: ["SYS_ADMIN"] } } }] },
      (pod) => [`${pod}.containers[0].${path}.add[0] is "SYS_ADMIN"; required: none but NET_BIND_SERVICE. ${mend}`],
    ),
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
