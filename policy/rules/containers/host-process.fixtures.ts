import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave hostProcess out; let an agent that the node's own image brings do what needs the host.";
const path = "securityContext.windowsOptions.hostProcess";
const hostProcess = (value: boolean) => ({ windowsOptions: { hostProcess: value } });

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "the Pod says no",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" }, securityContext: hostProcess(false) }),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "the container says no",
      type: k.deploymentType,
      properties: k.deploymentWith(hostProcess(false)),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass({ securityContext: hostProcess(false) }),
  ],
  fails: [
    {
      name: "the Pod and its container",
      type: k.cronJobType,
      properties: k.cronJobWith(hostProcess(true), { os: { name: "windows" }, securityContext: hostProcess(true) }),
      messages: [
        `spec.jobTemplate.spec.template.spec.${path} is true; required: false. ${fix}`,
        `${k.cronJobContainer}.${path} is true; required: false. ${fix}`,
      ],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", securityContext: hostProcess(true) }] }, (pod) => [
      `${pod}.containers[0].${path} is true; required: false. ${fix}`,
    ]),
  ],
};
