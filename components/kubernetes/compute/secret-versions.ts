import * as pulumi from "@pulumi/pulumi";
import { parseSecretReference, type SecretReference, type WorkloadSpec } from "../../contract";
import type { VariableSources } from "./variables";

/**
 * What tells a workload's secrets from those it was started with: each with its version, or with a digest of what the stack
 * gives: `DJANGO_KEY=1,SENTRY_DSN=4be1f09d0c,postgres=2`.
 */
export function secretVersions(workload: WorkloadSpec, sources: VariableSources): pulumi.Output<string> {
  const used = Object.values(workload.secrets).map((reference) => versionOf(reference, sources));
  return pulumi.all(used).apply((known) => [...new Set(known.filter((text) => text !== undefined))].sort().join(","));
}

function versionOf(
  reference: SecretReference,
  { secrets, postgres, redis, redisRoles }: VariableSources,
): pulumi.Input<string> | undefined {
  const parsed = parseSecretReference(reference);
  switch (parsed?.source) {
    case "secret": {
      const revision = secrets.revision(parsed.name);
      return revision === undefined ? undefined : pulumi.interpolate`${parsed.name}=${revision}`;
    }
    case "postgres":
      return postgres.versionOf(parsed.key);
    case "redis": {
      const instance = redisRoles[parsed.role] ?? "";
      return `redis.${instance}=${redis[instance]?.passwordVersion}`;
    }
    default:
      return undefined;
  }
}
