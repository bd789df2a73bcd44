import type { types } from "@pulumi/kubernetes";
import type { WorkloadSpec } from "../../contract";
import { caMountPath, names } from "../postgres/names";
import type { KubernetesRedis } from "../redis";

const internalCaMount = "/etc/internal-ca";
/** Where a container finds the authority that signed for Redis. */
export const internalCaPath = `${internalCaMount}/ca.crt`;

/** Volumes of a Pod, and where its container sees them. */
export interface Volumes {
  volumes: types.input.core.v1.Volume[];
  volumeMounts: types.input.core.v1.VolumeMount[];
}

/** An empty directory for each path that may be written, and the authorities that the container has to trust. */
export function containerVolumes(
  { writablePaths, secrets, variables }: WorkloadSpec,
  redis: Readonly<Record<string, KubernetesRedis>>,
): Volumes {
  const found: Volumes = { volumes: [], volumeMounts: [] };
  writablePaths.forEach((mountPath, i) => {
    const name = `writable-${i + 1}`;
    found.volumes.push({ name, emptyDir: { sizeLimit: "1Gi" } });
    found.volumeMounts.push({ name, mountPath });
  });
  const references = [
    ...Object.values(secrets),
    ...Object.values(variables).map((value) => (typeof value === "string" ? "" : value.ref)),
  ];
  if (references.some((reference) => reference.startsWith("postgres."))) {
    addAuthority("postgres-ca", names.authority, caMountPath);
  }
  const [instance] = Object.values(redis);
  if (instance !== undefined && references.some((reference) => reference.startsWith("redis."))) {
    addAuthority("internal-ca", instance.authority.name, internalCaMount);
  }
  return found;

  /** Only the certificate: the Secret beside it holds a key. */
  function addAuthority(name: string, secretName: string, mountPath: string): void {
    found.volumes.push({ name, secret: { secretName, items: [{ key: "ca.crt", path: "ca.crt" }] } });
    found.volumeMounts.push({ name, mountPath, readOnly: true });
  }
}
