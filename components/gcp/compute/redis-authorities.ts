import * as secretmanager from "@pulumi/gcp/secretmanager";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, WorkloadSpec } from "../../contract";
import type { GcpIdentity } from "../identity";
import type { GcpRedis } from "../redis";
import { storedSecret } from "../secret";
import type { GcpSecrets } from "../secrets";
import { type MountedFile, usesRedis } from "./variables";

/** Arguments of the file. */
export interface RedisAuthoritiesArgs {
  context: ComponentContext;
  workloads: readonly WorkloadSpec[];
  redis: Readonly<Record<string, GcpRedis>>;
  secrets: GcpSecrets;
  identity: GcpIdentity;
}

/** The file, and what lets each workload read it. */
export interface RedisAuthorities {
  file: MountedFile;
  grants: ReadonlyMap<string, pulumi.Resource>;
}

/**
 * The certificate authorities of all Redis instances in one file: each instance has its own, and a client takes one file
 * only. Undefined if no workload uses Redis.
 */
export function redisAuthorities(
  name: string,
  { context, workloads, redis, secrets, identity }: RedisAuthoritiesArgs,
  parent: pulumi.Resource,
): RedisAuthorities | undefined {
  const readers = workloads.filter(usesRedis);
  if (readers.length === 0) return undefined;
  const value = pulumi
    .all(Object.values(redis).map(({ authorities }) => authorities))
    .apply((texts) => texts.map((text) => text.trimEnd()).join("\n"));
  const description = `Certificate authorities of Redis of ${context.name}`;
  const { id, secret, version } = storedSecret(name, { context, description, key: secrets.key, value }, parent);
  const grants = readers.map(
    (workload) =>
      [
        workload.name,
        new secretmanager.SecretIamMember(
          `${name}-read-by-${workload.name}`,
          {
            secretId: id,
            role: "roles/secretmanager.secretAccessor",
            member: pulumi.interpolate`serviceAccount:${identity.email(workload.name)}`,
          },
          { parent },
        ),
      ] as const,
  );
  return { file: { secret, version, path: "/etc/isotopo/redis/ca.pem" }, grants: new Map(grants) };
}
