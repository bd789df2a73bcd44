import * as artifactregistry from "@pulumi/gcp/artifactregistry";
import * as pulumi from "@pulumi/pulumi";
import { physicalName, type Registry, type RegistryArgs, type Transform, transformed } from "../../contract";
import { GcpApis } from "../apis";
import { encryptionKey } from "../key";
import { labels } from "../labels";

/** Changes of single resources of the registry. */
export interface RegistryTransforms {
  repository?: Transform<artifactregistry.RepositoryArgs>;
}

type GcpRegistryArgs = RegistryArgs & { transform?: RegistryTransforms };

/** The registry of an application, after the APIs that it needs: it is the first that a project sees of an application. */
export function gcpRegistry(name: string, args: GcpRegistryArgs, opts?: pulumi.ComponentResourceOptions): GcpRegistry {
  const modules = ["artifactregistry", ...(args.context.customerManagedKeys ? ["kms"] : [])];
  const apis = new GcpApis(`${args.context.name}-apis`, { modules }, opts);
  return new GcpRegistry(name, args, apis.before(opts));
}

/**
 * One Artifact Registry repository for all images of an application: scanned, tags that can't be moved, what has no tag
 * deleted. A tag that can't be moved can't be deleted either (`DockerRepositoryConfig.immutableTags`), so that tagged images
 * stay: a digest that runs is never lost, and what is deployed by a tag in dev is what was tested.
 */
export class GcpRegistry extends pulumi.ComponentResource implements Registry {
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: GcpRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Registry", name, {}, opts);
    const { context, spec } = args;
    const repository = this.repository(name, args);
    for (const project of spec.pullers) this.letPull(name, project, repository, context.region);
    this.repositories = Object.fromEntries(
      spec.images.map((image) => [image, pulumi.interpolate`${repository.registryUri}/${image}`]),
    );
    this.registerOutputs({ repositories: this.repositories });
  }

  private repository(name: string, { context, spec, transform }: GcpRegistryArgs): artifactregistry.Repository {
    const repositoryName = `${name}-repository`;
    const agent = { service: "artifactregistry.googleapis.com" };
    const key = context.customerManagedKeys ? encryptionKey(`${name}-key`, { context, agent }, this) : undefined;
    const args: artifactregistry.RepositoryArgs = {
      repositoryId: physicalName([context.name], 63),
      location: context.region,
      format: "DOCKER",
      description: `Images of ${context.app}`,
      dockerConfig: { immutableTags: true },
      vulnerabilityScanningConfig: { enablementConfig: "INHERITED" },
      kmsKeyName: key?.id,
      cleanupPolicies: [
        {
          id: "untagged",
          action: "DELETE",
          condition: { tagState: "UNTAGGED", olderThan: `${spec.untaggedRetentionDays * 24 * 60 * 60}s` },
        },
      ],
      labels: labels(context),
    };
    return new artifactregistry.Repository(repositoryName, transformed(transform?.repository, args, repositoryName), {
      parent: this,
      protect: context.protect,
      dependsOn: key === undefined ? [] : [key.grant],
    });
  }

  /** Cloud Run of another project pulls as that project's service agent ("Deploying to Cloud Run", Artifact Registry). */
  private letPull(
    name: string,
    projectNumber: string,
    repository: artifactregistry.Repository,
    location: string,
  ): void {
    new artifactregistry.RepositoryIamMember(
      `${name}-puller-${projectNumber}`,
      {
        repository: repository.name,
        location,
        role: "roles/artifactregistry.reader",
        member: `serviceAccount:service-${projectNumber}@serverless-robot-prod.iam.gserviceaccount.com`,
      },
      { parent: this },
    );
  }
}
