import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "./context";

/** The container images of the application. */
export interface RegistrySpec {
  /** Image key in the application (`app`, `web`) to its full reference. */
  images: Record<string, string>;
  /** Untagged images are deleted after so many days. */
  untaggedRetentionDays: number;
  /** How many tagged images are kept at most. */
  keepTagged: number;
}

/** What the registry is built from. */
export interface RegistryArgs {
  context: ComponentContext;
  spec: RegistrySpec;
}

/** The registry as other components see it. */
export interface Registry extends pulumi.ComponentResource {
  /** Address of the repository of each image key, where images are pushed to. */
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;
}
