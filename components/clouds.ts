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
 * One loader per cloud, called when it is chosen, so that a stack loads the SDK of its own cloud and no other: loading one
 * takes longer than all the rest of the program. `require`, as `import()` of TypeScript would need Node.js' module hooks
 * and a thread for them, in every run.
 */
const loaders: Record<CloudName, (transforms: Transforms) => Builder> = {
  aws: ({ aws: transforms }) => {
    const { aws }: typeof import("./aws") = require("./aws");
    return builderOf(aws(transforms));
  },
  gcp: ({ gcp: transforms }) => {
    const { gcp }: typeof import("./gcp") = require("./gcp");
    return builderOf(gcp(transforms));
  },
  azure: ({ azure: transforms }) => {
    const { azure }: typeof import("./azure") = require("./azure");
    return builderOf(azure(transforms));
  },
  kubernetes: ({ kubernetes: transforms }) => {
    const { kubernetes }: typeof import("./kubernetes") = require("./kubernetes");
    return builderOf(kubernetes(transforms));
  },
};

/** Loads the cloud of that name. Rejects where its components can't be loaded. */
export async function loadCloud(name: CloudName, transforms: Transforms = {}): Promise<Builder> {
  return loaders[name](transforms);
}

/** Builds with the components of a cloud: the one way from a `Cloud` to what `AppTopology` takes. */
export function builderOf<C extends CloudComponents>(cloud: Cloud<C>): Builder {
  return (inputs) => buildTopology(cloud, inputs);
}
