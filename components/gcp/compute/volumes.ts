import { posix } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { parseSecretReference, parseValueReference, type WorkloadSpec } from "../../contract";
import { type MountedFile, usesRedis, type ValueSources } from "./variables";

/** A volume of a container: an empty directory in memory, or a file from Secret Manager. */
export interface RunVolume {
  name: string;
  emptyDir?: { medium: "MEMORY" };
  secret?: { secret: pulumi.Input<string>; items: { path: string; version: pulumi.Input<string> }[] };
}

/** Where a volume is seen. */
export interface RunMount {
  name: string;
  mountPath: string;
}

/** The directories that may be written, and the certificates of the authorities that sign for the database and Redis. */
export function runVolumes(
  workload: WorkloadSpec,
  sources: ValueSources,
): { volumes: RunVolume[]; mounts: RunMount[] } {
  const parts = [
    ...workload.writablePaths.map((mountPath, i) => {
      const name = `writable-${i + 1}`;
      return { volume: { name, emptyDir: { medium: "MEMORY" as const } }, mount: { name, mountPath } };
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
  const database = usesPostgres(workload) ? postgres.certificate : undefined;
  const caches = usesRedis(workload) ? redisAuthorities : undefined;
  return [
    ...(database === undefined ? [] : [{ name: "postgres-authority", certificate: database }]),
    ...(caches === undefined ? [] : [{ name: "redis-authorities", certificate: caches }]),
  ];
}

function usesPostgres({ secrets, variables }: WorkloadSpec): boolean {
  return [...Object.values(secrets), ...Object.values(variables)].some((value) => {
    const reference = typeof value === "string" ? parseSecretReference(value) : parseValueReference(value.ref);
    return reference?.source === "postgres";
  });
}
