import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";

/** Tags that begin so are never cleaned up: what runs for longer than many newer images carries one. */
export const releaseTagPrefix = "release-";

/**
 * The repositories of one application on one cloud. They belong to the application, not to a stack of it: every
 * environment, every copy of one and every promotion pulls the same digest from the same place.
 */
export interface RegistrySpec {
  /** Image keys of the application (`app`, `web`). */
  images: string[];
  /** Untagged images are deleted after this many days. */
  untaggedRetentionDays: number;
  /** How many tagged images are kept at most, beside those with a release tag. */
  keepTagged: number;
  /** Who beside the registry's own account may pull: account ids, project numbers or object ids of identities. */
  pullers: string[];
}

/** Arguments of the registry. */
export interface RegistryArgs {
  context: ComponentContext;
  spec: RegistrySpec;
}

/** The registry as its program sees it. */
export interface Registry extends pulumi.ComponentResource {
  /** Address of the repository of each image key, where images are pushed to. */
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;
}
