import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave the profile out, or set appArmorProfile: { type: RuntimeDefault }.";
const path = "securityContext.appArmorProfile.type";
const profile = (type: string) => ({ appArmorProfile: { type } });
const annotation = (value: string) => ({
  annotations: { "container.apparmor.security.beta.kubernetes.io/app": value, owner: "shop" },
});
const otherAnnotations = "no other annotation says anything of AppArmor";
const required = "required: runtime/default or localhost/ with a profile";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "nothing said, which is the runtime's profile",
      type: k.podType,
      properties: k.podWith({}),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "the Pod and its container",
      type: k.deploymentType,
      properties: k.deploymentWith(profile("Localhost"), { securityContext: profile("RuntimeDefault") }),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    {
      name: "an annotation",
      type: k.podType,
      properties: { metadata: annotation("runtime/default"), ...k.podWith({}) },
      harmless: { "metadata.annotations": otherAnnotations, "spec.containers": k.containersSayNothing },
    },
    {
      name: "an annotation of a profile of the node's",
      type: k.deploymentType,
      properties: { spec: { template: { metadata: annotation("localhost/shop"), ...k.podWith({}) } } },
      harmless: {
        "spec.template.metadata.annotations": otherAnnotations,
        "spec.template.spec.containers": k.containersSayNothing,
      },
    },
    ...k.patchesThatPass({ securityContext: profile("RuntimeDefault") }),
  ],
  fails: [
    {
      name: "the Pod and its container",
      type: k.cronJobType,
      properties: k.cronJobWith(profile("Unconfined"), { securityContext: profile("none") }),
      messages: [
        `spec.jobTemplate.spec.template.spec.${path} is "none"; required: one of RuntimeDefault, Localhost. ${fix}`,
        `${k.cronJobContainer}.${path} is "Unconfined"; required: one of RuntimeDefault, Localhost. ${fix}`,
      ],
    },
    {
      name: "an annotation of the Pod that a Deployment makes",
      type: k.deploymentType,
      properties: { spec: { template: { metadata: annotation("unconfined"), ...k.podWith({}) } } },
      messages: [
        `spec.template.metadata.annotations["container.apparmor.security.beta.kubernetes.io/app"] is "unconfined"; ${required}. ${fix}`,
      ],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", securityContext: profile("Unconfined") }] }, (pod) => [
      `${pod}.containers[0].${path} is "Unconfined"; required: one of RuntimeDefault, Localhost. ${fix}`,
    ]),
  ],
};
