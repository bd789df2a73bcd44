import type * as pulumi from "@pulumi/pulumi";
import type { WorkloadSpec } from "../../contract";
import { byName, referencedValue } from "../../shared/references";
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
    .map(([name, value]) => ({ name, value: typeof value === "string" ? value : referencedValue(value.ref, sources) }));
}

/** The secrets of a workload, by reference. */
export function containerSecrets({ secrets }: WorkloadSpec, sources: ValueSources): ContainerSecret[] {
  return Object.entries(secrets)
    .sort(byName)
    .map(([name, reference]) => ({ name, valueFrom: locateSecret(reference, sources).reference }));
}
