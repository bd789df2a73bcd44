import type { Failing, Passing } from "../core/fixture";

/** A Pod with that container, hardened but for what is given. */
export function podWith(securityContext: object, pod: object = {}, container: object = {}) {
  return { spec: { ...pod, containers: [{ name: "app", ...container, securityContext }] } };
}

/** A Deployment of such Pods. */
export function deploymentWith(securityContext: object, pod: object = {}, container: object = {}) {
  return { spec: { template: podWith(securityContext, pod, container) } };
}

/** A CronJob of such Pods. */
export function cronJobWith(securityContext: object, pod: object = {}, container: object = {}) {
  return { spec: { jobTemplate: { spec: { template: podWith(securityContext, pod, container) } } } };
}

/** An ECS task of that container. */
export function taskWith(container: object, task: object = {}) {
  return { ...task, containerDefinitions: JSON.stringify([{ name: "app", ...container }]) };
}

export const podType = "kubernetes:core/v1:Pod";
export const deploymentType = "kubernetes:apps/v1:Deployment";
export const cronJobType = "kubernetes:batch/v1:CronJob";
export const taskType = "aws:ecs/taskDefinition:TaskDefinition";

/** Paths of the one container. */
export const podContainer = "spec.containers[0]";
export const deploymentContainer = "spec.template.spec.containers[0]";
export const cronJobContainer = "spec.jobTemplate.spec.template.spec.containers[0]";
export const taskContainer = "containerDefinitions[0]";

/** Where the patches of each kind have the Pod's specification. */
const patchPaths: Readonly<Record<string, string>> = {
  "core/v1:PodPatch": "spec",
  "core/v1:PodTemplatePatch": "template.spec",
  "core/v1:ReplicationControllerPatch": "spec.template.spec",
  "apps/v1:DeploymentPatch": "spec.template.spec",
  "apps/v1:StatefulSetPatch": "spec.template.spec",
  "apps/v1:DaemonSetPatch": "spec.template.spec",
  "apps/v1:ReplicaSetPatch": "spec.template.spec",
  "apps/v1beta1:DeploymentPatch": "spec.template.spec",
  "apps/v1beta1:StatefulSetPatch": "spec.template.spec",
  "apps/v1beta2:DeploymentPatch": "spec.template.spec",
  "apps/v1beta2:StatefulSetPatch": "spec.template.spec",
  "apps/v1beta2:DaemonSetPatch": "spec.template.spec",
  "apps/v1beta2:ReplicaSetPatch": "spec.template.spec",
  "extensions/v1beta1:DeploymentPatch": "spec.template.spec",
  "extensions/v1beta1:DaemonSetPatch": "spec.template.spec",
  "extensions/v1beta1:ReplicaSetPatch": "spec.template.spec",
  "batch/v1:JobPatch": "spec.template.spec",
  "batch/v1:CronJobPatch": "spec.jobTemplate.spec.template.spec",
  "batch/v1beta1:CronJobPatch": "spec.jobTemplate.spec.template.spec",
  "batch/v2alpha1:CronJobPatch": "spec.jobTemplate.spec.template.spec",
};

/** Patches of every kind that carry that specification and pass; paths of `harmless` begin below it. */
export function patchesThatPass(pod: object, harmless: Readonly<Record<string, string>> = {}): Passing[] {
  return Object.entries(patchPaths).map(([kind, path]) => ({
    name: `${kind} that is fine`,
    type: `kubernetes:${kind}`,
    properties: inside(path, pod),
    harmless: Object.fromEntries(Object.entries(harmless).map(([key, reason]) => [`${path}.${key}`, reason])),
  }));
}

/** Patches of every kind that carry that specification and fail. */
export function patchesThatFail(pod: object, messages: (path: string) => string[]): Failing[] {
  return Object.entries(patchPaths).map(([kind, path]) => ({
    name: `${kind} that is not`,
    type: `kubernetes:${kind}`,
    properties: inside(path, pod),
    messages: messages(path),
  }));
}

function inside(path: string, pod: object): Record<string, unknown> {
  return path.split(".").reduceRight<Record<string, unknown>>((inner, key) => ({ [key]: inner }), { ...pod });
}

/** For rules that forbid: a container that does not mention the thing is as good as one that says no. */
export const containersSayNothing = "a container that says nothing of it is fine";
/** For settings that a container takes over from its Pod. */
export const podSpeaksForContainers = "the Pod speaks for every container that does not speak for itself";
