import type { types } from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { SecretReference, WorkloadSpec } from "../../contract";
import { type DataSources, referencedSecret, referencedValue } from "../../shared/references";
import type { KubernetesPostgres } from "../postgres";
import type { KubernetesRedis } from "../redis";
import type { KubernetesSecrets, SecretKey } from "../secrets";
import type { KubernetesStorage } from "../storage";
import { certificateDirectories, internalCaPath } from "./volumes";

/** Where references of variables are found. */
export interface VariableSources extends DataSources<KubernetesPostgres, KubernetesRedis> {
  secrets: KubernetesSecrets;
  storage: KubernetesStorage;
}

type Variable = types.input.core.v1.EnvVar;

/**
 * The variables of a container. The kubelet composes addresses with a password: a variable that refers to another as
 * `$(NAME)` gets its value if that variable is listed before it.
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
      .map(([name, value]) => ({
        name,
        value: typeof value === "string" ? value : referencedValue<pulumi.Input<string>>(value.ref, sources),
      }))
      .sort(byName),
  ];
}

function secretVariable(
  name: string,
  reference: SecretReference,
  sources: VariableSources,
): { variable: Variable & { name: string }; password?: Variable & { name: string } } {
  type Found = ReturnType<typeof secretVariable>;
  return referencedSecret<KubernetesSecrets, KubernetesPostgres, KubernetesRedis, Found>(reference, sources, {
    secret: (secrets, secret) => ({ variable: fromSecret(name, secrets.key(secret)) }),
    postgres: (database, key) => {
      const source = key === "adminPassword" ? "POSTGRES_ADMIN_PASSWORD" : "POSTGRES_USER_PASSWORD";
      const password = fromSecret(source, database.passwordOf(key));
      return { variable: { name, value: database.secretTemplate(key, `$(${password.name})`) }, password };
    },
    redis: (instance, key, instanceName) => {
      const source = `REDIS_${instanceName.toUpperCase().replaceAll("-", "_")}_SECRET`;
      const password = fromSecret(source, instance.password);
      return { variable: { name, value: instance.secretTemplate(key, `$(${password.name})`) }, password };
    },
  });
}

/** Variables of this platform only: keys of the object storage, and trust in the topology's own authority. */
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
    // Node.js trusts the first beside its own authorities, OpenSSL and Go look into the second; other clients need the
    // third.
    variables.push(
      { name: "NODE_EXTRA_CA_CERTS", value: internalCaPath },
      { name: "SSL_CERT_DIR", value: certificateDirectories },
      { name: "REDIS_CA_PATH", value: internalCaPath },
    );
  }
  return variables;
}

function fromSecret(name: string, { name: secret, key }: SecretKey): Variable & { name: string } {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

function byName(a: { name?: pulumi.Input<string> }, b: { name?: pulumi.Input<string> }): number {
  return String(a.name) < String(b.name) ? -1 : 1;
}
