import {
  cronJobType,
  cronJobWith,
  deploymentType,
  deploymentWith,
  podType,
  podWith,
  taskType,
  taskWith,
} from "./pods.fixtures";

/** How each platform writes a container: properties with it, and its path. */
export interface Platform {
  type: string;
  of(container: object): Record<string, unknown>;
  path: string;
}

/** Cloud Run's and Container Apps' kinds of containers. */
export const cloudPlatforms: readonly Platform[] = [
  ...[
    "gcp:cloudrunv2/service:Service",
    "gcp:cloudrunv2/workerPool:WorkerPool",
    "azure-native:app:ContainerApp",
    "azure-native:app:Job",
  ].map(
    (type): Platform => ({
      type,
      of: (container) => ({ template: { containers: [container] } }),
      path: "template.containers[0]",
    }),
  ),
  {
    type: "gcp:cloudrun/service:Service",
    of: (container) => ({ template: { spec: { containers: [container] } } }),
    path: "template.spec.containers[0]",
  },
  {
    type: "gcp:cloudrunv2/job:Job",
    of: (container) => ({ template: { template: { containers: [container] } } }),
    path: "template.template.containers[0]",
  },
];

/** Pools of sessions of Container Apps. */
export const sessionPlatform: Platform = {
  type: "azure-native:app:ContainerAppsSessionPool",
  of: (container) => ({ customContainerTemplate: { containers: [container] } }),
  path: "customContainerTemplate.containers[0]",
};

/** Container Instances' groups and their profiles. */
export const groupPlatforms: readonly Platform[] = ["ContainerGroup", "ContainerGroupProfile", "CGProfile"].map(
  (kind): Platform => ({
    type: `azure-native:containerinstance:${kind}`,
    of: (container) => ({ containers: [container] }),
    path: "containers[0]",
  }),
);

/** Kubernetes' and ECS'. */
export const otherPlatforms: readonly Platform[] = [
  { type: podType, of: (container) => podWith({}, {}, container), path: "spec.containers[0]" },
  {
    type: deploymentType,
    of: (container) => deploymentWith({}, {}, container),
    path: "spec.template.spec.containers[0]",
  },
  {
    type: cronJobType,
    of: (container) => cronJobWith({}, {}, container),
    path: "spec.jobTemplate.spec.template.spec.containers[0]",
  },
  { type: taskType, of: (container) => taskWith(container), path: "containerDefinitions[0]" },
];
