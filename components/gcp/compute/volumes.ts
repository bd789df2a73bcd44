import { posix } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { contentName, physicalName, usesPostgres, type WorkloadSpec } from "../../contract";
import { runSize } from "./sizes";
import { type MountedFile, usesRedis, type ValueSources } from "./variables";

/** A volume of a container: an empty directory in memory, or a file from Secret Manager. */
export interface RunVolume {
  name: string;
  emptyDir?: { medium: "MEMORY"; sizeLimit: string };
  secret?: { secret: pulumi.Input<string>; items: { path: string; version: pulumi.Input<string> }[] };
}

/** Where a volume is seen. */
export interface RunMount {
  name: string;
  mountPath: string;
}

/**
 * Directories in memory may fill half of it together: what is written beyond is refused to who writes it, and without a
 * limit it would end the instance ("In-memory volumes", Cloud Run documentation).
 */
const shareOfMemory = 0.5;

/** The directories that may be written, and the certificates of the authorities that sign for the database and Redis. */
export function runVolumes(
  workload: WorkloadSpec,
  sources: ValueSources,
): { volumes: RunVolume[]; mounts: RunMount[] } {
  const paths = workload.writablePaths;
  const sizeLimit = `${Math.floor((runSize(workload.limits).memoryMiB * shareOfMemory) / Math.max(paths.length, 1))}Mi`;
  const parts = [
    ...paths.map((mountPath) => {
      const name = physicalName(["writable", contentName(mountPath)], 63);
      return { volume: { name, emptyDir: { medium: "MEMORY" as const, sizeLimit } }, mount: { name, mountPath } };
    }),
    ...certificates(workload, sources).map(({ name, certificate: { secret, version, path } }) => ({
      volume: { name, secret: { secret, items: [{ path: posix.basename(path), version }] } },
      mount: { name, mountPath: posix.dirname(path) },
    })),
  ];
  return { volumes: parts.map(({ volume }) => volume), mounts: parts.map(({ mount }) => mount) };
}

/** Files of what the workload connects to. Each has a directory of its own: a volume takes its whole directory. */
function certificates(
  workload: WorkloadSpec,
  { postgres, redisAuthorities }: ValueSources,
): { name: string; certificate: MountedFile }[] {
  const database = usesPostgres(workload) ? postgres?.certificate : undefined;
  const caches = usesRedis(workload) ? redisAuthorities : undefined;
  return [
    ...(database === undefined ? [] : [{ name: "postgres-authority", certificate: database }]),
    ...(caches === undefined ? [] : [{ name: "redis-authorities", certificate: caches }]),
  ];
}
