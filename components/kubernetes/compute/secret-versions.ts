import { parseSecretReference, type SecretReference, type WorkloadSpec } from "../../contract";
import type { VariableSources } from "./variables";

/** The generated secrets that a workload uses, each with its version: `DJANGO_KEY=1,postgres=2`. */
export function secretVersions(workload: WorkloadSpec, sources: VariableSources): string {
  const used = Object.values(workload.secrets).map((reference) => versionOf(reference, sources));
  return [...new Set(used.filter((text) => text !== undefined))].sort().join(",");
}

function versionOf(
  reference: SecretReference,
  { secrets, postgres, redis, redisRoles }: VariableSources,
): string | undefined {
  const parsed = parseSecretReference(reference);
  switch (parsed?.source) {
    case "secret": {
      const version = secrets.versions[parsed.name];
      return version === undefined ? undefined : `${parsed.name}=${version}`;
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
