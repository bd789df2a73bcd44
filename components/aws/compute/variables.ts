import type * as pulumi from "@pulumi/pulumi";
import { parseValueReference, type ValueReference, type WorkloadSpec } from "../../contract";
import { locateSecret, type SecretSources } from "../identity";
import type { AwsStorage } from "../storage";

/** Where references of variables are found. */
export interface ValueSources extends SecretSources {
  storage: AwsStorage;
}

/** A variable of a container definition. */
export interface ContainerVariable {
  name: string;
  value: pulumi.Input<string>;
}

/** A secret of a container definition, by its ARN and version. */
export interface ContainerSecret {
  name: string;
  valueFrom: pulumi.Input<string>;
}

/** The variables of a workload, sorted, so that a change of order is none. */
export function containerVariables({ variables }: WorkloadSpec, sources: ValueSources): ContainerVariable[] {
  return Object.entries(variables)
    .sort(byName)
    .map(([name, value]) => ({ name, value: typeof value === "string" ? value : resolveValue(value.ref, sources) }));
}

/** The secrets of a workload, by reference. */
export function containerSecrets({ secrets }: WorkloadSpec, sources: ValueSources): ContainerSecret[] {
  return Object.entries(secrets)
    .sort(byName)
    .map(([name, reference]) => ({ name, valueFrom: locateSecret(reference, sources).reference }));
}

function resolveValue(
  reference: ValueReference,
  { postgres, redis, redisRoles, storage }: ValueSources,
): pulumi.Output<string> {
  const parsed = parseValueReference(reference);
  switch (parsed?.source) {
    case "postgres":
      return postgres.value(parsed.key);
    case "redis": {
      const instance = redis[redisRoles[parsed.role] ?? ""];
      if (instance === undefined) throw new Error(`${reference}: no Redis instance plays the role "${parsed.role}"`);
      return instance.value(parsed.key);
    }
    case "bucket":
      return storage.value(parsed.bucket, parsed.key);
    default:
      throw new Error(`"${reference}" is no value reference`);
  }
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
