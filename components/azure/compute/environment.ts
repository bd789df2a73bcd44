import * as app from "@pulumi/azure-native/app";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, physicalName, type Transform, transformed } from "../../contract";
import { keptLogs } from "../log-workspace";
import type { AzureNetwork } from "../network";
import { tags } from "../tags";
import { workloadProfile } from "./container";

/** Arguments of the environment. */
export interface EnvironmentArgs {
  context: ComponentContext;
  network: AzureNetwork;
  logRetentionDays: number;
  transform?: Transform<app.ManagedEnvironmentArgs>;
}

/** Longest name of an environment (Azure naming rules, Microsoft.App/managedEnvironments: 60). */
const longestName = 60;

/**
 * Where apps and jobs run: in the workload subnet, closed to public traffic. Front Door comes in by its private endpoint,
 * which needs public network access disabled (Microsoft Learn, "Create a private link to an Azure Container App with Azure
 * Front Door").
 */
export function managedEnvironment(
  name: string,
  { context, network, logRetentionDays, transform }: EnvironmentArgs,
  parent: pulumi.Resource,
): app.ManagedEnvironment {
  const args: app.ManagedEnvironmentArgs = {
    environmentName: physicalName([context.name], longestName),
    resourceGroupName: network.resourceGroupName,
    location: context.region,
    vnetConfiguration: { infrastructureSubnetId: network.workloadSubnetId, internal: false },
    publicNetworkAccess: app.PublicNetworkAccess.Disabled,
    workloadProfiles: [{ name: workloadProfile, workloadProfileType: workloadProfile }],
    zoneRedundant: context.environment === "prod",
    // By diagnostic settings, so that no shared key of a workspace is needed.
    appLogsConfiguration: { destination: "azure-monitor" },
    peerAuthentication: { mtls: { enabled: true } },
    peerTrafficConfiguration: { encryption: { enabled: true } },
    tags: tags(context, name),
  };
  const environment = new app.ManagedEnvironment(name, transformed(transform, args, name), {
    parent,
    protect: context.protect,
  });
  keptLogs(
    `${name}-log`,
    {
      context,
      resourceGroupName: network.resourceGroupName,
      purpose: "compute",
      retentionDays: logRetentionDays,
      sources: { delivery: environment.id },
      // Azure Monitor, "Supported log categories", Microsoft.App/managedEnvironments.
      categories: ["ContainerAppConsoleLogs", "ContainerAppSystemLogs"],
    },
    parent,
  );
  return environment;
}
