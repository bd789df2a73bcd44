import * as pulumi from "@pulumi/pulumi";
import type { Registry, RegistryArgs } from "../contract";

/**
 * A cluster has no registry of its own: images come from the one that their references name, which is where they are
 * scanned and kept. This component makes nothing; it says where the images are.
 */
export class KubernetesRegistry extends pulumi.ComponentResource implements Registry {
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, { spec }: RegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:kubernetes:Registry", name, {}, opts);
    this.repositories = Object.fromEntries(
      Object.entries(spec.images).map(([key, image]) => [key, pulumi.output(repositoryOf(image))]),
    );
    this.registerOutputs({ repositories: this.repositories });
  }
}

/** A reference without digest and tag. */
function repositoryOf(image: string): string {
  return image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
}
