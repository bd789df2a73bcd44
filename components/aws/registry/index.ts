import * as ecr from "@pulumi/aws/ecr";
import * as pulumi from "@pulumi/pulumi";
import { type Registry, type RegistryArgs, releaseTagPrefix, type Transform, transformed } from "../../contract";
import { pullActions } from "../ecr-actions";
import { encryptionKey } from "../key";
import { tags } from "../tags";

/** Changes of single resources of the registry. */
export interface RegistryTransforms {
  repository?: Transform<ecr.RepositoryArgs>;
}

/** More images with a release tag than a repository will ever have. */
const everyRelease = 9999;

/** One ECR repository per image of an application: scanned on push, tags that can't be moved, old images deleted. */
export class AwsRegistry extends pulumi.ComponentResource implements Registry {
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(
    name: string,
    args: RegistryArgs & { transform?: RegistryTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:aws:Registry", name, {}, opts);
    const { context, spec } = args;
    const key = encryptionKey(`${name}-key`, { context, description: `Images of ${context.name}` }, this);
    const repositories = Object.fromEntries(
      spec.images.map((image) => [image, this.repository(name, image, key.arn, args)]),
    );
    this.repositories = mapValues(repositories, ({ repositoryUrl }) => repositoryUrl);
    this.registerOutputs({ repositories: this.repositories });
  }

  private repository(
    name: string,
    image: string,
    keyArn: pulumi.Output<string>,
    { context, spec, transform }: RegistryArgs & { transform?: RegistryTransforms },
  ): ecr.Repository {
    const repositoryName = `${name}-${image}`;
    const repositoryArgs: ecr.RepositoryArgs = {
      name: `${context.name}/${image}`,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
      forceDelete: !context.protect,
      tags: tags(context, repositoryName),
    };
    const repository = new ecr.Repository(
      repositoryName,
      transformed(transform?.repository, repositoryArgs, repositoryName),
      { parent: this, protect: context.protect },
    );
    new ecr.LifecyclePolicy(
      `${repositoryName}-lifecycle`,
      { repository: repository.name, policy: lifecyclePolicy(spec.untaggedRetentionDays, spec.keepTagged) },
      { parent: this },
    );
    if (spec.pullers.length > 0) this.letPull(`${repositoryName}-pullers`, repository, spec.pullers);
    return repository;
  }

  /** Other accounts pull; which of their roles may, each says itself. */
  private letPull(name: string, repository: ecr.Repository, accounts: readonly string[]): void {
    new ecr.RepositoryPolicy(
      name,
      {
        repository: repository.name,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "Pull",
              Effect: "Allow",
              Principal: { AWS: [...accounts].sort().map((account) => `arn:aws:iam::${account}:root`) },
              Action: pullActions,
            },
          ],
        }),
      },
      { parent: this },
    );
  }
}

function lifecyclePolicy(untaggedRetentionDays: number, keepTagged: number): string {
  return JSON.stringify({
    rules: [
      {
        // An image that a rule's tags select is left alone by all rules after it ("Lifecycle policies", evaluation).
        rulePriority: 1,
        description: "Images with a release tag stay",
        selection: {
          tagStatus: "tagged",
          tagPrefixList: [releaseTagPrefix],
          countType: "imageCountMoreThan",
          countNumber: everyRelease,
        },
        action: { type: "expire" },
      },
      {
        rulePriority: 2,
        description: "Untagged images",
        selection: {
          tagStatus: "untagged",
          countType: "sinceImagePushed",
          countUnit: "days",
          countNumber: untaggedRetentionDays,
        },
        action: { type: "expire" },
      },
      {
        rulePriority: 3,
        description: "All but the newest",
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keepTagged },
        action: { type: "expire" },
      },
    ],
  });
}

function mapValues<V, W>(record: Record<string, V>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
