import * as pulumi from "@pulumi/pulumi";
import type { SecretReference, WorkloadSpec } from "../../contract";
import { referencedSecret } from "../../shared/references";
import type { KubernetesPostgres } from "../postgres";
import type { KubernetesRedis } from "../redis";
import type { KubernetesSecrets } from "../secrets";
import type { VariableSources } from "./variables";

/**
 * Identifies the values of a workload's secrets: each with its version, or with a digest of the value that the stack gives:
 * `DJANGO_KEY=1,SENTRY_DSN=4be1f09d0c,postgres=2`.
 */
export function secretVersions(workload: WorkloadSpec, sources: VariableSources): pulumi.Output<string> {
  const used = Object.values(workload.secrets).map((reference) => versionOf(reference, sources));
  return pulumi.all(used).apply((known) => [...new Set(known.filter((text) => text !== undefined))].sort().join(","));
}

function versionOf(reference: SecretReference, sources: VariableSources): pulumi.Input<string> | undefined {
  return referencedSecret<KubernetesSecrets, KubernetesPostgres, KubernetesRedis, pulumi.Input<string> | undefined>(
    reference,
    sources,
    {
      secret: (secrets, name) => {
        const revision = secrets.revision(name);
        return revision === undefined ? undefined : pulumi.interpolate`${name}=${revision}`;
      },
      postgres: (database, key) => database.versionOf(key),
      redis: (instance, _key, instanceName) => `redis.${instanceName}=${instance.passwordVersion}`,
    },
  );
}
