import * as pulumi from "@pulumi/pulumi";
import {
  clientImageOf,
  contentName,
  type IdentitySpec,
  type Images,
  type ImagesArgs,
  type ImagesSpec,
  imageReference,
  loginOf,
  signIns,
  type WorkloadSpec,
} from "../../contract";
import { needsCaBundle } from "../compute/ca-bundle";
import { pullActions } from "../ecr-actions";
import type { PolicyStatement } from "../policy";
import { type StoredSecret, storedSecret } from "../secret";
import type { AwsSecrets } from "../secrets";

type AwsImagesArgs = ImagesArgs & { secrets: AwsSecrets };

/**
 * Credentials with which ECS pulls: for an ECR repository the execution role, for any other registry none, or a name and a
 * password from Secrets Manager ("Using non-AWS container images in Amazon ECS").
 */
export class AwsImages extends pulumi.ComponentResource implements Images {
  /** Key of the credentials. */
  readonly keyArn: pulumi.Output<string>;
  private readonly spec: ImagesSpec;
  private readonly stored: ReadonlyMap<string, StoredSecret>;

  constructor(name: string, args: AwsImagesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:aws:Images", name, {}, opts);
    const { context, spec, secrets } = args;
    this.spec = spec;
    this.keyArn = secrets.keyArn;
    this.stored = new Map(
      signIns(args).map(({ host, username, password }) => [
        host,
        storedSecret(
          `${name}-${contentName(host)}`,
          {
            context,
            description: `Sign-in at ${host}`,
            keyArn: secrets.keyArn,
            // The keys that ECS reads; a task that starts reads the latest.
            value: pulumi.secret(pulumi.jsonStringify({ username, password })),
          },
          this,
        ),
      ]),
    );
    this.registerOutputs({});
  }

  /** The image with the database's client, which brings its certificate authorities. Throws where there is no database. */
  get clientImage(): string {
    return clientImageOf(this.spec);
  }

  /** ARN of the secret with which an image is pulled; undefined where none is needed. */
  credentialsArn(image: string): pulumi.Output<string> | undefined {
    const login = loginOf(this.spec, image);
    return login === undefined ? undefined : this.stored.get(login.host)?.arn;
  }

  /** Images of a task's containers: the workload's own, and the database's client where it connects to the database. */
  ofTask(workload: WorkloadSpec | IdentitySpec): string[] {
    return [...new Set([workload.image, ...(needsCaBundle(workload) ? [this.clientImage] : [])])];
  }

  /** The execution role's rights at ECR: these repositories of their accounts and regions, and no others. */
  pullStatements(images: readonly string[]): PolicyStatement[] {
    const repositories = images.map(imageReference).flatMap(({ repository, source }) => {
      if (source.kind !== "ecr") return [];
      return [`arn:${source.partition}:ecr:${source.region}:${source.account}:repository/${repository}`];
    });
    const [only, ...more] = new Set(repositories);
    if (only === undefined) return [];
    return [
      // The token is for the whole registry; ECR has no narrower resource for it.
      { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
      {
        Effect: "Allow",
        Action: [...pullActions],
        Resource: more.length === 0 ? only : [only, ...more],
      },
    ];
  }
}
