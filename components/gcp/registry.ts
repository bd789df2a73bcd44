import * as artifactregistry from "@pulumi/gcp/artifactregistry";
import * as pulumi from "@pulumi/pulumi";
import { type Registry, type RegistryArgs, type Transform, transformed } from "../contract";
import { type EncryptionKey, encryptionKey } from "./key";
import { labels } from "./labels";
import { physicalName } from "./physical-name";

/** Changes of single resources of the registry. */
export interface RegistryTransforms {
  repository?: Transform<artifactregistry.RepositoryArgs>;
}

type GcpRegistryArgs = RegistryArgs & { transform?: RegistryTransforms };

/** One Artifact Registry repository per image: scanned, tags that can't be moved, old images deleted. */
export class GcpRegistry extends pulumi.ComponentResource implements Registry {
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;
  /** Repositories by image key, for grants. */
  readonly resources: Readonly<Record<string, artifactregistry.Repository>>;

  constructor(name: string, args: GcpRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Registry", name, {}, opts);
    const { context, spec } = args;
    const agent = { service: "artifactregistry.googleapis.com" };
    const key = context.customerManagedKeys ? encryptionKey(`${name}-key`, { context, agent }, this) : undefined;
    this.resources = Object.fromEntries(
      Object.keys(spec.images).map((image) => [image, this.repository(name, image, key, args)]),
    );
    this.repositories = Object.fromEntries(
      Object.entries(this.resources).map(([image, { registryUri }]) => [
        image,
        pulumi.interpolate`${registryUri}/${image}`,
      ]),
    );
    this.registerOutputs({ repositories: this.repositories });
  }

  private repository(
    name: string,
    image: string,
    key: EncryptionKey | undefined,
    { context, spec, transform }: GcpRegistryArgs,
  ): artifactregistry.Repository {
    const repositoryName = `${name}-${image}`;
    const args: artifactregistry.RepositoryArgs = {
      repositoryId: physicalName([context.name, image], 63),
      location: context.region,
      format: "DOCKER",
      description: `Images of ${context.name}: ${image}`,
      dockerConfig: { immutableTags: true },
      vulnerabilityScanningConfig: { enablementConfig: "INHERITED" },
      kmsKeyName: key?.id,
      cleanupPolicies: [
        {
          id: "untagged",
          action: "DELETE",
          condition: { tagState: "UNTAGGED", olderThan: `${spec.untaggedRetentionDays * 24 * 60 * 60}s` },
        },
        // What is kept wins over what is deleted ("Configure cleanup policies"): all tagged images but the newest go.
        { id: "tagged", action: "DELETE", condition: { tagState: "TAGGED" } },
        { id: "newest", action: "KEEP", mostRecentVersions: { keepCount: spec.keepTagged } },
      ],
      labels: labels(context),
    };
    return new artifactregistry.Repository(repositoryName, transformed(transform?.repository, args, repositoryName), {
      parent: this,
      protect: context.protect,
      dependsOn: key === undefined ? [] : [key.grant],
    });
  }
}
