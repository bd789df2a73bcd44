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
