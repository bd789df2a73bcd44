import type { ResourceFixtures } from "../../core/fixture";
import { groupsThatFail, groupsThatPass } from "../../kinds/container-groups.fixtures";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave it out of capabilities.add.";
const path = "securityContext.capabilities";
const required =
  "none but AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT";
const adding = (...add: string[]) => ({ capabilities: { add } });

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "some of the default set",
      type: k.deploymentType,
      properties: k.deploymentWith(adding("CHOWN", "NET_BIND_SERVICE")),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    {
      name: "none, and none dropped",
      type: k.podType,
      properties: k.podWith({}),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: adding("KILL") }] },
      { containers: k.containersSayNothing },
    ),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ linuxParameters: adding("SYS_PTRACE") }),
      harmless: { containerDefinitions: k.containersSayNothing },
    },
    ...groupsThatPass(adding("CAP_CHOWN", "KILL")),
  ],
  fails: [
    {
      name: "one added to what was all dropped",
      type: k.cronJobType,
      properties: k.cronJobWith({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE", "SYS_ADMIN"] } }),
      messages: [`${k.cronJobContainer}.${path}.add[1] is "SYS_ADMIN"; required: ${required}. ${fix}`],
    },
    {
      name: "names that no Kubernetes knows",
      type: k.deploymentType,
      properties: k.deploymentWith(adding("CAP_CHOWN", "ALL")),
      messages: [
        `${k.deploymentContainer}.${path}.add[0] is "CAP_CHOWN"; required: ${required}. ${fix}`,
        `${k.deploymentContainer}.${path}.add[1] is "ALL"; required: ${required}. ${fix}`,
      ],
    },
    {
      name: "Windows, which is not exempt",
      type: k.podType,
      properties: k.podWith(adding("CHOWN", "SYS_ADMIN"), { os: { name: "windows" } }),
      messages: [`${k.podContainer}.${path}.add[1] is "SYS_ADMIN"; required: ${required}. ${fix}`],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", securityContext: adding("SYS_ADMIN") }] }, (pod) => [
      `${pod}.containers[0].${path}.add[0] is "SYS_ADMIN"; required: ${required}. ${fix}`,
    ]),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ linuxParameters: adding("NET_ADMIN") }),
      messages: [
        `${k.taskContainer}.linuxParameters.capabilities.add[0] is "NET_ADMIN"; required: ${required}, SYS_PTRACE. ${fix}`,
      ],
    },
    ...groupsThatFail(
      adding("CAP_NET_ADMIN"),
      (group) => `${group}.capabilities.add[0] is "CAP_NET_ADMIN"; required: ${required}. ${fix}`,
    ),
  ],
};
