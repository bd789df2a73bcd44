import * as artifactregistry from "@pulumi/gcp/artifactregistry";
import * as projects from "@pulumi/gcp/projects";
import * as secretmanager from "@pulumi/gcp/secretmanager";
import * as pulumi from "@pulumi/pulumi";
import {
  contentName,
  type Images,
  type ImagesArgs,
  imageReference,
  physicalName,
  type SignedIn,
  signIns,
  versionSuffix,
} from "../../contract";
import { pulledDirectly } from "../image-problems";
import { encryptionKey } from "../key";
import { labels } from "../labels";
import type { GcpPlatformSpec } from "../platform";
import { type StoredSecret, storedSecret } from "../secret";
import type { GcpSecrets } from "../secrets";

type GcpImagesArgs = ImagesArgs & { platform: GcpPlatformSpec; secrets: GcpSecrets };

/** A remote repository that mirrors a registry. */
interface Mirror {
  /** Replaces the host in a reference. */
  prefix: string;
  ready: readonly pulumi.Resource[];
}

/** A cached image that has not been changed for so long goes; it is fetched again when it is asked for. */
const cachedSeconds = 30 * 24 * 60 * 60;

/**
 * Credentials with which Cloud Run pulls. Its service agent reads every repository of its own project; a repository of
 * another project grants it there, in the registry's own program, since all stacks of a project share the one agent. Images
 * that Cloud Run can't pull itself come through a remote repository of Artifact Registry, which signs in if the stack has a
 * password ("Deploying container images to Cloud Run", supported registries).
 */
export class GcpImages extends pulumi.ComponentResource implements Images {
  private readonly mirrors: ReadonlyMap<string, Mirror>;

  constructor(name: string, args: GcpImagesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Images", name, {}, opts);
    const logins = new Map(signIns(args).map((login) => [login.host, login]));
    const mirrored = mirroredHosts(args);
    const agent = [...logins.keys()].some((host) => mirrored.includes(host)) ? this.agent(name, args) : undefined;
    const key = args.context.customerManagedKeys && mirrored.length > 0 ? this.key(name, args) : undefined;
    this.mirrors = new Map(
      mirrored.map((host) => [host, this.mirror(name, host, args, { agent, key, login: logins.get(host) })]),
    );
    this.registerOutputs({});
  }

  /** The reference by which Cloud Run pulls an image. */
  reference(image: string): string {
    const parsed = imageReference(image);
    const mirror = this.mirrors.get(parsed.host);
    return mirror === undefined ? image : `${mirror.prefix}/${parsed.repository}${versionSuffix(parsed)}`;
  }

  /** Resources that must exist before an image can be pulled. */
  ready(image: string): readonly pulumi.Resource[] {
    return this.mirrors.get(imageReference(image).host)?.ready ?? [];
  }

  /** Artifact Registry's own identity, which reads the password. */
  private agent(name: string, { platform }: GcpImagesArgs): pulumi.Output<string> {
    const identity = new projects.ServiceIdentity(
      `${name}-agent`,
      { project: platform.project, service: "artifactregistry.googleapis.com" },
      { parent: this },
    );
    return pulumi.interpolate`serviceAccount:${identity.email}`;
  }

  private key(name: string, { context }: GcpImagesArgs) {
    return encryptionKey(`${name}-key`, { context, agent: { service: "artifactregistry.googleapis.com" } }, this);
  }

  private mirror(
    name: string,
    host: string,
    { context, platform, secrets }: GcpImagesArgs,
    {
      agent,
      key,
      login,
    }: {
      agent: pulumi.Output<string> | undefined;
      key: ReturnType<typeof encryptionKey> | undefined;
      login: SignedIn | undefined;
    },
  ): Mirror {
    const mirrorName = `${name}-${contentName(host)}`;
    const repositoryId = physicalName([context.name, contentName(host)], 63);
    const password =
      login === undefined
        ? undefined
        : storedSecret(
            `${mirrorName}-password`,
            { context, description: `Sign-in at ${host}`, key: secrets.key, value: login.password },
            this,
          );
    const grant = password === undefined || agent === undefined ? [] : [this.grant(mirrorName, password, agent)];
    const repository = new artifactregistry.Repository(
      mirrorName,
      {
        project: platform.project,
        location: context.region,
        repositoryId,
        description: `Images of ${host} for ${context.name}`,
        format: "DOCKER",
        mode: "REMOTE_REPOSITORY",
        kmsKeyName: key?.id,
        remoteRepositoryConfig: {
          description: host,
          dockerRepository:
            host === "docker.io"
              ? { publicRepository: "DOCKER_HUB" }
              : { customRepository: { uri: `https://${host}` } },
          upstreamCredentials:
            login === undefined || password === undefined
              ? undefined
              : {
                  usernamePasswordCredentials: {
                    username: login.username,
                    passwordSecretVersion: pulumi.interpolate`${password.id}/versions/${password.version}`,
                  },
                },
        },
        cleanupPolicies: [
          { id: "cached", action: "DELETE", condition: { tagState: "ANY", olderThan: `${cachedSeconds}s` } },
        ],
        labels: labels(context),
      },
      { parent: this, dependsOn: [...grant, ...(key === undefined ? [] : [key.grant])] },
    );
    return {
      prefix: `${context.region}-docker.pkg.dev/${platform.project}/${repositoryId}`,
      ready: [repository],
    };
  }

  private grant(mirrorName: string, password: StoredSecret, member: pulumi.Output<string>): pulumi.Resource {
    return new secretmanager.SecretIamMember(
      `${mirrorName}-password-grant`,
      { secretId: password.id, role: "roles/secretmanager.secretAccessor", member },
      { parent: this },
    );
  }
}

/** Hosts that Cloud Run does not pull from by itself, sorted, so that the order of images does not matter. */
function mirroredHosts({ spec }: ImagesArgs): string[] {
  const images = Object.values(spec.references).map(imageReference);
  const hosts = images
    .filter((image) => !pulledDirectly(image, spec.registries[image.host] !== undefined))
    .map(({ host }) => host);
  return [...new Set(hosts)].sort();
}
