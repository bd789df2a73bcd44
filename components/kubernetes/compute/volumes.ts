import type { types } from "@pulumi/kubernetes";
import { type ComponentContext, contentName, type WorkloadSpec } from "../../contract";
import { hash } from "../hash";
import { authorityName } from "../network/authority";
import { caMountPath, names } from "../postgres/names";
import type { KubernetesRedis } from "../redis";
import { subjectHash } from "./subject-hash";

const internalCaMount = "/etc/internal-ca";
/** Where a container finds the authority that signed for Redis. */
export const internalCaPath = `${internalCaMount}/ca.crt`;
/**
 * Directories in which clients look for authorities unless they are given a file: OpenSSL's own, and ours. Python, Ruby, PHP
 * and Go follow `SSL_CERT_DIR`; the file of the image's own authorities counts as well.
 */
export const certificateDirectories = `/etc/ssl/certs:${internalCaMount}`;

/** Room in each directory that may be written, in GiB. */
const writableGiB = 1;

/** Disk of its node that a container may take, as a quantity: its writable directories, and half a gibibyte of logs. */
export function diskLimit({ writablePaths }: WorkloadSpec): string {
  return `${writablePaths.length * writableGiB * 1024 + 512}Mi`;
}

/** Volumes of a Pod, and where its container sees them. */
export interface Volumes {
  volumes: types.input.core.v1.Volume[];
  volumeMounts: types.input.core.v1.VolumeMount[];
}

/** An empty directory for each path that may be written, and the authorities that the container has to trust. */
export function containerVolumes(
  context: ComponentContext,
  { writablePaths, secrets, variables }: WorkloadSpec,
  redis: Readonly<Record<string, KubernetesRedis>>,
): Volumes {
  const found: Volumes = { volumes: [], volumeMounts: [] };
  for (const mountPath of writablePaths) {
    const name = volumeName(mountPath);
    found.volumes.push({ name, emptyDir: { sizeLimit: `${writableGiB}Gi` } });
    found.volumeMounts.push({ name, mountPath });
  }
  const references = [
    ...Object.values(secrets),
    ...Object.values(variables).map((value) => (typeof value === "string" ? "" : value.ref)),
  ];
  if (references.some((reference) => reference.startsWith("postgres."))) {
    addAuthority("postgres-ca", names.certificate, caMountPath, ["ca.crt"]);
  }
  const [instance] = Object.values(redis);
  if (instance !== undefined && references.some((reference) => reference.startsWith("redis."))) {
    // OpenSSL finds an authority in a directory by the digest of its name.
    addAuthority("internal-ca", instance.authority.name, internalCaMount, [
      "ca.crt",
      `${subjectHash(authorityName(context))}.0`,
    ]);
  }
  return found;

  /** Only the certificate: the Secret beside it holds a key. */
  function addAuthority(name: string, secretName: string, mountPath: string, paths: readonly string[]): void {
    found.volumes.push({ name, secret: { secretName, items: paths.map((path) => ({ key: "ca.crt", path })) } });
    found.volumeMounts.push({ name, mountPath, readOnly: true });
  }
}

/** Named by the path, so that one more path is one more volume; at most 63 characters (RFC 1123 label). */
function volumeName(mountPath: string): string {
  const slug = contentName(mountPath.slice(1));
  return `writable-${slug.length > 50 ? hash(mountPath) : slug}`;
}
