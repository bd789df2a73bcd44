import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave seLinuxOptions out, or set its level alone.";
const path = "securityContext.seLinuxOptions";
const options = (seLinuxOptions: object) => ({ seLinuxOptions });
const types = "required: one of container_t, container_init_t, container_kvm_t, container_engine_t";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a level",
      type: k.podType,
      properties: k.podWith(options({ level: "s0:c123,c456" })),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "types of containers, and empty ones",
      type: k.deploymentType,
      properties: k.deploymentWith(options({ type: "", user: "", role: "" }), {
        securityContext: options({ type: "container_kvm_t" }),
      }),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass({ securityContext: options({ type: "container_engine_t" }) }),
  ],
  fails: [
    {
      name: "the Pod and its container",
      type: k.cronJobType,
      properties: k.cronJobWith(options({ type: "spc_t" }), { securityContext: options({ user: "sysadm_u" }) }),
      messages: [
        `spec.jobTemplate.spec.template.spec.${path}.user is "sysadm_u"; required: not to be set. ${fix}`,
        `${k.cronJobContainer}.${path}.type is "spc_t"; ${types}. ${fix}`,
      ],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", securityContext: options({ role: "sysadm_r" }) }] }, (pod) => [
      `${pod}.containers[0].${path}.role is "sysadm_r"; required: not to be set. ${fix}`,
    ]),
  ],
};
