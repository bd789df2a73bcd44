import type * as pulumi from "@pulumi/pulumi";
import { parseSecretReference, parseValueReference, type SecretReference, type WorkloadSpec } from "../../contract";
import { referencedValue } from "../../shared/references";
import { locateSecret, type SecretSources } from "../identity";
import type { GcpStorage } from "../storage";

/** Where references of variables are found. */
export interface ValueSources extends SecretSources {
  storage: GcpStorage;
  /** Certificate authorities of all Redis instances in one file; undefined where no workload uses Redis. */
  redisAuthorities?: MountedFile;
}

/** A file of a container that Secret Manager holds. */
export interface MountedFile {
  secret: pulumi.Input<string>;
  version: pulumi.Input<string>;
  path: string;
}

/** A variable of a container: its text, or a version of a secret. */
export interface RunVariable {
  name: string;
  value?: pulumi.Input<string>;
  valueSource?: { secretKeyRef: { secret: pulumi.Input<string>; version: pulumi.Input<string> } };
}

/**
 * Names that Cloud Run sets itself and refuses from others, from jobs too ("Configure environment variables" and
 * "Container runtime contract"). In a service `PORT` is the port that the container declares, which is the topology's.
 */
const reserved: readonly string[] = ["PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"];

/** The variables of a workload, sorted, so that a change of order is none. A secret is pinned to its version. */
export function runVariables(workload: WorkloadSpec, sources: ValueSources): RunVariable[] {
  const plain: RunVariable[] = Object.entries(workload.variables)
    .filter(([name]) => !reserved.includes(name))
    .map(([name, value]) => ({ name, value: typeof value === "string" ? value : referencedValue(value.ref, sources) }));
  const secret = Object.entries(workload.secrets).map(([name, reference]) => ({
    name,
    valueSource: { secretKeyRef: secretKey(reference, sources) },
  }));
  return [...[...plain, ...trust(workload, sources)].sort(byName), ...secret.sort(byName)];
}

/** Where a workload finds the authorities that sign for Redis: Node.js trusts the first beside its own; others name the second. */
function trust(workload: WorkloadSpec, { redisAuthorities }: ValueSources): RunVariable[] {
  if (redisAuthorities === undefined || !usesRedis(workload)) return [];
  return ["NODE_EXTRA_CA_CERTS", "REDIS_CA_PATH"].map((name) => ({ name, value: redisAuthorities.path }));
}

/** True where the workload is given an address or a password of Redis. */
export function usesRedis({ secrets, variables }: WorkloadSpec): boolean {
  return [...Object.values(secrets), ...Object.values(variables)].some((value) => {
    const reference = typeof value === "string" ? parseSecretReference(value) : parseValueReference(value.ref);
    return reference?.source === "redis";
  });
}

function secretKey(reference: SecretReference, sources: ValueSources) {
  const { secret, version } = locateSecret(reference, sources);
  return { secret, version };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
