import type { AwsTransforms } from "./aws/transforms";
import type { AzureTransforms } from "./azure/transforms";
import { type BuiltTopology, buildTopology, type TopologyInputs } from "./build";
import type { Cloud, CloudComponents } from "./contract/cloud";
import type { CloudName } from "./contract/cloud-names";
import type { GcpTransforms } from "./gcp/transforms";
import type { KubernetesTransforms } from "./kubernetes/transforms";

/** Changes of single resources that one application needs on one cloud. */
export interface Transforms {
  aws?: AwsTransforms;
  gcp?: GcpTransforms;
  azure?: AzureTransforms;
  kubernetes?: KubernetesTransforms;
}

/** Builds a topology on the cloud that was chosen. */
export type Builder = (inputs: TopologyInputs) => BuiltTopology;

/**
 * One loader per cloud. They are dynamic imports, so that a stack loads the SDK of its own cloud and no other: loading
 * one takes longer than all the rest of the program.
 */
const loaders: Record<CloudName, (transforms: Transforms) => Promise<Builder>> = {
  aws: async ({ aws }) => builderOf((await import("./aws")).aws(aws)),
  gcp: async ({ gcp }) => builderOf((await import("./gcp")).gcp(gcp)),
  azure: async ({ azure }) => builderOf((await import("./azure")).azure(azure)),
  kubernetes: async ({ kubernetes }) => builderOf((await import("./kubernetes")).kubernetes(kubernetes)),
};

/** Loads the cloud of that name. */
export function loadCloud(name: CloudName, transforms: Transforms = {}): Promise<Builder> {
  return loaders[name](transforms);
}

/** Builds with the components of a cloud: the one way from a `Cloud` to what `AppTopology` takes. */
export function builderOf<C extends CloudComponents>(cloud: Cloud<C>): Builder {
  return (inputs) => buildTopology(cloud, inputs);
}
