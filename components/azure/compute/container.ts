import type { types } from "@pulumi/azure-native";
import * as app from "@pulumi/azure-native/app";
import type { ProbesSpec, WorkloadSpec } from "../../contract";
import type { AzureIdentity } from "../identity";
import { containerProbes } from "./probes";
import { containerSize } from "./sizes";
import { containerVariables, type ValueSources } from "./variables";
import { containerVolumes } from "./volumes";

/** Longest name of an app or a job (Azure naming rules, Microsoft.App/containerApps and jobs). */
export const longestName = 32;

/** The Consumption profile of a workload profiles environment (Microsoft Learn, "Workload profiles in Azure Container Apps"). */
export const workloadProfile = "Consumption";

/** The one container of a workload, with its directories and files. */
export function container(
  workload: WorkloadSpec,
  sources: ValueSources,
  probes: ProbesSpec = {},
  port?: number,
): { containers: types.input.app.ContainerArgs[]; volumes: types.input.app.VolumeArgs[] } {
  const { volumes, volumeMounts } = containerVolumes(workload);
  return {
    volumes,
    containers: [
      {
        name: workload.name,
        image: workload.image,
        // As Kubernetes has it: a command replaces the image's entry point too.
        command: workload.command?.slice(0, 1),
        args: workload.command?.slice(1),
        resources: containerSize(workload.limits),
        env: containerVariables(workload, sources),
        probes: containerProbes(probes, port),
        volumeMounts,
      },
    ],
  };
}

/** The identity in which a workload runs, and no other. */
export function workloadIdentity(
  { name }: WorkloadSpec,
  identity: AzureIdentity,
): types.input.app.ManagedServiceIdentityArgs {
  return {
    type: app.ManagedServiceIdentityType.UserAssigned,
    userAssignedIdentities: [identity.identityId(name)],
  };
}
