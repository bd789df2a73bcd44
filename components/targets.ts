import { awsTarget } from "./aws/target";
import { azureTarget } from "./azure/target";
import type { Builder, RegistryBuilder, Target, Transforms } from "./contract";
import { gcpTarget } from "./gcp/target";
import { kubernetesTarget } from "./kubernetes/target";

/**
 * The targets that a stack can choose, by the name that `isotopo:cloud` gives. All else that names one takes it from here: the
 * config's schema and checks, pages, schemas, deliveries. No SDK is loaded by it.
 */
const listed = { aws: awsTarget, gcp: gcpTarget, azure: azureTarget, kubernetes: kubernetesTarget };

/** Name of a target. */
export type TargetName = keyof typeof listed;

/** Name of a target that has a registry of its own. */
export type RegistryTarget = {
  [K in TargetName]: (typeof listed)[K] extends { registry: object } ? K : never;
}[TargetName];

export const targets: Readonly<Record<TargetName, Target>> = listed;

/** Names of the targets, in the order of the pages. */
export const targetNames: readonly TargetName[] = Object.keys(targets).filter(isTarget);

/** Names of the targets with a registry of their own; to the others images come from any. */
export const registryTargets: readonly RegistryTarget[] = targetNames.filter(hasRegistry);

/** Whether a target has that name. */
export function isTarget(name: string): name is TargetName {
  return Object.hasOwn(listed, name);
}

/**
 * Loads the target of that name: a stack loads the SDK of its own target and no other, as loading one takes longer than all the
 * rest of the program. The targets do it by `require`, as `import()` of TypeScript would need Node.js' module hooks and a thread
 * for them, in every run. Rejects where its components can't be loaded.
 */
export async function loadTarget(name: TargetName, transforms: Transforms = {}): Promise<Builder> {
  return targets[name].load(transforms);
}

/** Loads the registry of that target, with the changes of single resources that an application needs. */
export function loadRegistry(name: RegistryTarget, transforms: Transforms = {}): RegistryBuilder {
  return listed[name].registry.load(transforms);
}

function hasRegistry(name: TargetName): name is RegistryTarget {
  return targets[name].registry !== undefined;
}
