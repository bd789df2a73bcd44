import type { types } from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import {
  parseSecretReference,
  parseValueReference,
  type SecretReference,
  type ValueReference,
  type WorkloadSpec,
} from "../../contract";
import type { KubernetesPostgres } from "../postgres";
import type { KubernetesRedis } from "../redis";
import type { KubernetesSecrets, SecretKey } from "../secrets";
import type { KubernetesStorage } from "../storage";
import { certificateDirectories, internalCaPath } from "./volumes";

/** Where references of variables are found. */
export interface VariableSources {
  secrets: KubernetesSecrets;
  postgres: KubernetesPostgres;
  redis: Readonly<Record<string, KubernetesRedis>>;
  redisRoles: Readonly<Record<string, string>>;
  storage: KubernetesStorage;
}

type Variable = types.input.core.v1.EnvVar;

/**
 * The variables of a container. Addresses with a password are put together by the kubelet: a variable that refers to
 * another as `$(NAME)` gets its value, if that one stands before it.
 */
export function containerVariables(workload: WorkloadSpec, sources: VariableSources): Variable[] {
  const secrets = Object.entries(workload.secrets).map(([name, reference]) => secretVariable(name, reference, sources));
  const passwords = new Map(
    secrets.flatMap(({ password }) => (password === undefined ? [] : [[password.name, password]])),
  );
  return [
    ...[...passwords.values()].sort(byName),
    ...secrets.map(({ variable }) => variable).sort(byName),
    ...platformVariables(workload, sources),
    ...Object.entries(workload.variables)
      .map(([name, value]) => ({ name, value: typeof value === "string" ? value : resolveValue(value.ref, sources) }))
      .sort(byName),
  ];
}

function secretVariable(
  name: string,
  reference: SecretReference,
  { secrets, postgres, redis, redisRoles }: VariableSources,
): { variable: Variable & { name: string }; password?: Variable & { name: string } } {
  const parsed = parseSecretReference(reference);
  switch (parsed?.source) {
    case "secret":
      return { variable: fromSecret(name, secrets.key(parsed.name)) };
    case "postgres": {
      const source = parsed.key === "adminPassword" ? "POSTGRES_ADMIN_PASSWORD" : "POSTGRES_USER_PASSWORD";
      const password = fromSecret(source, postgres.passwordOf(parsed.key));
      return { variable: { name, value: postgres.secretTemplate(parsed.key, `$(${password.name})`) }, password };
    }
    case "redis": {
      const instanceName = redisRoles[parsed.role] ?? "";
      const instance = redis[instanceName];
      if (instance === undefined) throw new Error(`${reference}: no Redis instance plays the role "${parsed.role}"`);
      const password = fromSecret(`REDIS_${instanceName.toUpperCase().replaceAll("-", "_")}_SECRET`, instance.password);
      return { variable: { name, value: instance.secretTemplate(parsed.key, `$(${password.name})`) }, password };
    }
    default:
      throw new Error(`"${reference}" is no secret reference`);
  }
}

/** What only this platform needs: keys of the object storage, and trust in the topology's own authority. */
function platformVariables(workload: WorkloadSpec, { storage }: VariableSources): Variable[] {
  const variables: Variable[] = [];
  if (Object.keys(workload.buckets).length > 0) {
    variables.push(
      { name: "AWS_ENDPOINT_URL_S3", value: storage.endpoint },
      { name: "AWS_REGION", value: storage.region },
      // Storages other than Amazon's refuse the checksums that the SDKs send by themselves since 2025.
      { name: "AWS_REQUEST_CHECKSUM_CALCULATION", value: "when_required" },
      { name: "AWS_RESPONSE_CHECKSUM_VALIDATION", value: "when_required" },
      fromSecret("AWS_ACCESS_KEY_ID", storage.credentials.accessKeyId),
      fromSecret("AWS_SECRET_ACCESS_KEY", storage.credentials.secretAccessKey),
    );
  }
  if (Object.values(workload.secrets).some((reference) => reference.startsWith("redis."))) {
    // Node.js trusts the first beside its own authorities, OpenSSL and Go look into the second; others are told of the third.
    variables.push(
      { name: "NODE_EXTRA_CA_CERTS", value: internalCaPath },
      { name: "SSL_CERT_DIR", value: certificateDirectories },
      { name: "REDIS_CA_PATH", value: internalCaPath },
    );
  }
  return variables;
}

function resolveValue(
  reference: ValueReference,
  { postgres, redis, redisRoles, storage }: VariableSources,
): pulumi.Input<string> {
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

function fromSecret(name: string, { name: secret, key }: SecretKey): Variable & { name: string } {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

function byName(a: { name?: pulumi.Input<string> }, b: { name?: pulumi.Input<string> }): number {
  return String(a.name) < String(b.name) ? -1 : 1;
}
