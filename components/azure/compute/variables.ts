import type { types } from "@pulumi/azure-native";
import * as pulumi from "@pulumi/pulumi";
import { digest, type WorkloadSpec } from "../../contract";
import { byName, referencedValue } from "../../shared/references";
import { type AzureIdentity, locateSecret, type SecretSources } from "../identity";
import type { AzureStorage } from "../storage";

/** Where references of variables are found. */
export interface ValueSources extends SecretSources {
  storage: AzureStorage;
  identity: AzureIdentity;
}

type Variable = types.input.app.EnvironmentVarArgs;
type Secret = types.input.app.SecretArgs;

/** The variables of a workload, sorted, so that a change of order is none, and those that hold secrets. */
export function containerVariables(workload: WorkloadSpec, sources: ValueSources): Variable[] {
  const variables = Object.entries(workload.variables)
    .sort(byName)
    .map(([name, value]) => ({ name, value: typeof value === "string" ? value : referencedValue(value.ref, sources) }));
  const secrets = Object.keys(workload.secrets)
    .sort()
    .map((name) => ({ name, secretRef: secretName(name) }));
  // Azure's SDKs take the identity of this id; a container may have several.
  const own = [
    { name: "AZURE_CLIENT_ID", value: sources.identity.clientId(workload.name) },
    // A template that differs in a variable alone is a new revision: what a higher number asks for.
    { name: "ISOTOPO_RUN", value: String(workload.run) },
  ];
  return [...variables, ...secrets, ...own, ...secretsVersion(workload, sources)];
}

/**
 * A digest of the addresses of a workload's secrets, versions and all. Secrets belong to the application and not to its
 * revisions: a new value alone makes no new revision, and what runs keeps the old one (Microsoft Learn, "Manage secrets in
 * Azure Container Apps"). This makes one, of exactly the workloads that use the secret.
 */
function secretsVersion({ secrets }: WorkloadSpec, sources: ValueSources): Variable[] {
  const references = Object.entries(secrets).sort(byName);
  if (references.length === 0) return [];
  const addresses = pulumi.jsonStringify(references.map(([, reference]) => locateSecret(reference, sources)));
  const value = addresses.apply((text) => digest(text, 16));
  return [{ name: "ISOTOPO_SECRETS", value }];
}

/** The secrets of a workload: references to Key Vault, read as the workload's identity. */
export function containerSecrets({ name, secrets }: WorkloadSpec, sources: ValueSources): Secret[] {
  return Object.entries(secrets)
    .sort(byName)
    .map(([variable, reference]) => ({
      name: secretName(variable),
      keyVaultUrl: locateSecret(reference, sources),
      identity: sources.identity.identityId(name),
    }));
}

/** A name that a secret of a container app may have: lower-case letters, digits and dashes. */
function secretName(variable: string): string {
  return variable.toLowerCase().replaceAll("_", "-");
}
