import type { PostgresSize, PostgresSpec } from "../../contract";

/** The resources of an instance. */
export interface InstanceSize {
  cpu: string;
  cpuLimit: string;
  memoryMiB: number;
  /** The resources of the sidecar that archives. */
  sidecar: { requests: Record<string, string>; limits: Record<string, string> };
}

/**
 * A sidecar of a small database may take more than it reserves. That of a large one may not: a Pod is the last to be
 * evicted only where every container asks for all that it may use (QoS class Guaranteed).
 */
const small = { requests: { cpu: "50m", memory: "128Mi" }, limits: { cpu: "1", memory: "512Mi" } };
const large = { requests: { cpu: "500m", memory: "512Mi" }, limits: { cpu: "500m", memory: "512Mi" } };

/** Reserved and allowed by size. */
export const instanceSizes: Readonly<Record<PostgresSize, InstanceSize>> = {
  micro: { cpu: "250m", cpuLimit: "2", memoryMiB: 1024, sidecar: small },
  small: { cpu: "500m", cpuLimit: "2", memoryMiB: 4096, sidecar: small },
  medium: { cpu: "2", cpuLimit: "2", memoryMiB: 8192, sidecar: large },
  large: { cpu: "4", cpuLimit: "4", memoryMiB: 16_384, sidecar: large },
};

/** A primary, a standby where it is highly available, and read replicas. */
export function instancesOf({ highAvailability, readReplicas }: PostgresSpec): number {
  return 1 + (highAvailability ? 1 : 0) + readReplicas;
}

/**
 * The volume of write-ahead logs, in GiB: a quarter of the data's, and at least four times what PostgreSQL keeps between
 * two checkpoints (`max_wal_size`, 1 GB). Where the archive does not take them, this volume fills up, and not the data's.
 */
export function walStorageGiB({ maxStorageGiB }: PostgresSpec): number {
  return Math.max(4, Math.ceil(maxStorageGiB / 4));
}

/** An amount as the API server writes it itself, so that the same one is no change: `8Gi`, not `8192Mi`. */
export function memoryQuantity(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}
