import type { AwsTransforms } from "./aws/transforms";
import { type BuiltTopology, buildTopology, type TopologyInputs } from "./build";
import type { Cloud, CloudComponents } from "./contract/cloud";
import type { CloudName } from "./contract/cloud-names";
import type { KubernetesTransforms } from "./kubernetes/transforms";

/** Changes of single resources that one application needs on one cloud. */
export interface Transforms {
  aws?: AwsTransforms;
  kubernetes?: KubernetesTransforms;
}

/** Builds a topology on the cloud that was chosen. */
export type Builder = (inputs: TopologyInputs) => BuiltTopology;

/**
 * One loader per cloud. They are dynamic imports, so that a stack loads the SDK of its own cloud and no other: loading
 * one takes longer than all the rest of the program.
 */
const loaders: Record<CloudName, (transforms: Transforms) => Promise<Builder>> = {
  aws: async ({ aws }) => builder((await import("./aws")).aws(aws)),
  kubernetes: async ({ kubernetes }) => builder((await import("./kubernetes")).kubernetes(kubernetes)),
};

/** Loads the cloud of that name. */
export function loadCloud(name: CloudName, transforms: Transforms = {}): Promise<Builder> {
  return loaders[name](transforms);
}

function builder<C extends CloudComponents>(cloud: Cloud<C>): Builder {
  return (inputs) => buildTopology(cloud, inputs);
}
