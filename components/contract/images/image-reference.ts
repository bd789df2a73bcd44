/** An image reference: registry or path, with a tag, a digest, or both (OCI distribution specification). */
export const imagePattern =
  /^(?<name>(?:[a-z0-9]+(?:[.-]+[a-z0-9]+)*(?::[0-9]{1,5})?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** Which registry an image is in, as far as a cloud has rights of its own for it. */
export type ImageSource =
  /** Amazon ECR, private: pulled by an IAM role. `public.ecr.aws` is an `other`, as everybody may pull. */
  | { kind: "ecr"; partition: string; account: string; region: string }
  /** Google Artifact Registry: a repository of a project, which holds images. */
  | { kind: "artifact-registry"; location: string; project: string; repository: string }
  /** Azure Container Registry, by the name of its resource. */
  | { kind: "container-registry"; name: string }
  /** Any other: public, or with a name and a password. */
  | { kind: "other" };

/** An image reference, taken apart. */
export interface ImageReference {
  /** Host of the registry, with its port where one is named; Docker Hub is always `docker.io`. */
  host: string;
  /** TCP port of the registry. */
  port: number;
  /** Path below the host: `icosistem/app`; on Docker Hub with `library/` where no account is named. */
  repository: string;
  tag?: string;
  /** `sha256:<64 hex digits>`. */
  digest?: string;
  source: ImageSource;
}

/** Names under which Docker Hub goes. */
const dockerHub = new Set(["docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"]);

/** Takes an image reference apart; undefined where it is none. */
export function parseImageReference(reference: string): ImageReference | undefined {
  const groups = imagePattern.exec(reference)?.groups;
  const name = groups?.name;
  if (name === undefined) return undefined;
  const [first = "", ...rest] = name.split("/");
  // As Docker reads it: the first part is a host where it could not be an account.
  const hosted = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = registryHost(hosted ? first : "docker.io");
  const path = hosted ? rest.join("/") : name;
  const repository = host === "docker.io" && !path.includes("/") ? `library/${path}` : path;
  return {
    host,
    port: Number(/:(\d+)$/.exec(host)?.[1] ?? 443),
    repository,
    ...(groups?.tag === undefined ? {} : { tag: groups.tag }),
    ...(groups?.digest === undefined ? {} : { digest: groups.digest }),
    source: sourceOf(host, repository),
  };
}

/** A host as references and credentials are compared by it. */
export function registryHost(host: string): string {
  return dockerHub.has(host) ? "docker.io" : host;
}

/** The part after the repository in a reference: `:tag`, `@digest` or both. */
export function versionSuffix({ tag, digest }: ImageReference): string {
  return `${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** `123456789012.dkr.ecr.eu-west-1.amazonaws.com`, with `-fips`, in China, and the dual-stack name `dkr-ecr.<region>.on.aws`. */
const ecrHost = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/;
const artifactRegistryHost = /^([a-z0-9-]+)-docker\.pkg\.dev$/;
/** `<name>.azurecr.io`, and `<name>-<hash>.azurecr.io` where the registry's name is unique in its tenant only. */
const containerRegistryHost = /^([a-z0-9]{5,50})(?:-[a-z0-9]+)?\.azurecr\.io$/;

function sourceOf(host: string, repository: string): ImageSource {
  const [, account, region] = ecrHost.exec(host) ?? [];
  if (account !== undefined && region !== undefined) {
    return { kind: "ecr", partition: partitionOf(region), account, region };
  }
  const location = artifactRegistryHost.exec(host)?.[1];
  const [project, name, ...image] = repository.split("/");
  if (location !== undefined && project !== undefined && name !== undefined && image.length > 0) {
    return { kind: "artifact-registry", location, project, repository: name };
  }
  const registry = containerRegistryHost.exec(host)?.[1];
  return registry === undefined ? { kind: "other" } : { kind: "container-registry", name: registry };
}

/** Partition of AWS that a region belongs to (AWS General Reference, "Amazon Resource Names"). */
function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
