import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Drop ALL, and add back NET_BIND_SERVICE where a port below 1024 is bound.";
const path = "securityContext.capabilities";
/** What the container gives back may be any, as far as this rule goes, that is not of the default set. */
const baselines = "what is beyond the default set is baseline's to tell";
const givenBack = (holder: string) =>
  Object.fromEntries(["add", "add[0]"].map((key) => [`${holder}.capabilities.${key}`, baselines]));
const capabilities = (drop: string[], add?: string[]) => ({ capabilities: { drop, add } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "all dropped", type: k.podType, properties: k.podWith(capabilities(["ALL"])) },
    {
      name: "one given back",
      type: k.deploymentType,
      properties: k.deploymentWith(capabilities(["ALL"], ["NET_BIND_SERVICE"])),
      harmless: givenBack(`${k.deploymentContainer}.securityContext`),
    },
    {
      name: "Windows, which has none",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" } }),
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", securityContext: capabilities(["ALL"], ["NET_BIND_SERVICE"]) }] },
      { containers: k.containersSayNothing, ...givenBack("containers[0].securityContext") },
    ),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ linuxParameters: capabilities(["ALL"], ["SYS_PTRACE"]) }),
      harmless: givenBack(`${k.taskContainer}.linuxParameters`),
    },
  ],
  fails: [
    {
      name: "nothing dropped",
      type: k.podType,
      properties: k.podWith({}),
      messages: [`${k.podContainer}.${path}.drop is not set; required: ["ALL"]. ${fix}`],
    },
    {
      name: "some dropped, one given back, and one that is baseline's to tell",
      type: k.cronJobType,
      properties: k.cronJobWith(capabilities(["NET_RAW"], ["NET_BIND_SERVICE", "CHOWN", "SYS_ADMIN"])),
      messages: [
        `${k.cronJobContainer}.${path}.drop is ["NET_RAW"]; required: ["ALL"]. ${fix}`,
        `${k.cronJobContainer}.${path}.add[1] is "CHOWN"; required: none but NET_BIND_SERVICE. ${fix}`,
      ],
    },
    {
      name: "a name that no Kubernetes knows",
      type: k.deploymentType,
      properties: k.deploymentWith(capabilities(["all"], ["CAP_CHOWN"])),
      messages: [`${k.deploymentContainer}.${path}.drop is ["all"]; required: ["ALL"]. ${fix}`],
    },
    ...k.patchesThatFail(
      { containers: [{ name: "app", securityContext: { capabilities: { add: ["CHOWN"] } } }] },
      (pod) => [`${pod}.containers[0].${path}.add[0] is "CHOWN"; required: none but NET_BIND_SERVICE. ${fix}`],
    ),
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({ linuxParameters: { capabilities: { add: ["KILL"] } } }),
      messages: [
        `${k.taskContainer}.linuxParameters.capabilities.drop is not set; required: ["ALL"]. ${fix}`,
        `${k.taskContainer}.linuxParameters.capabilities.add[0] is "KILL"; required: none but NET_BIND_SERVICE. ${fix}`,
      ],
    },
  ],
};
