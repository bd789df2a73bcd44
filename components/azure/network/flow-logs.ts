import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as network from "@pulumi/azure-native/network";
import * as storage from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { roleWait } from "../role-wait";
import { grantRole } from "../roles";
import { tags } from "../tags";
import { uniqueName } from "../unique-name";

/** The logged traffic, and its retention. */
export interface FlowLogsArgs {
  context: ComponentContext;
  resourceGroupName: pulumi.Input<string>;
  networkId: pulumi.Input<string>;
  retentionDays: number;
}

/**
 * Logs the connections of the whole virtual network into a storage account of their own, which only the log's identity
 * may write. Azure makes the watcher of a region and its resource group with the first virtual network there
 * ("Network Watcher overview"); logs of security groups, their predecessors, are being retired.
 */
export function flowLogs(name: string, args: FlowLogsArgs, parent: pulumi.Resource): void {
  const { context, resourceGroupName, networkId, retentionDays } = args;
  const tagged = (suffix: string) => tags(context, `${name}-${suffix}`);
  const account = new storage.StorageAccount(
    `${name}-account`,
    {
      accountName: uniqueName(`${name}-account`, { parts: [context.name, "flow"], longest: 24, separator: "" }, parent),
      resourceGroupName,
      location: context.region,
      kind: storage.Kind.StorageV2,
      sku: { name: storage.SkuName.Standard_ZRS },
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: false,
      enableHttpsTrafficOnly: true,
      minimumTlsVersion: storage.MinimumTlsVersion.TLS1_2,
      // Network Watcher is one of the trusted services, which pass where everybody else is denied.
      networkRuleSet: { defaultAction: storage.DefaultAction.Deny, bypass: storage.Bypass.AzureServices },
      tags: tagged("account"),
    },
    { parent, protect: context.protect },
  );
  const identity = new managedidentity.UserAssignedIdentity(
    `${name}-identity`,
    { resourceName: `${name}`, resourceGroupName, location: context.region, tags: tagged("identity") },
    { parent },
  );
  const assigned = grantRole(
    `${name}-grant`,
    { role: "storageBlobDataContributor", scope: account.id, principalId: identity.principalId },
    parent,
  );
  const grant = roleWait(`${name}-role`, [assigned], parent);
  new network.FlowLog(
    name,
    {
      flowLogName: name,
      networkWatcherName: `NetworkWatcher_${context.region}`,
      resourceGroupName: "NetworkWatcherRG",
      location: context.region,
      targetResourceId: networkId,
      storageId: account.id,
      enabled: true,
      format: { type: network.FlowLogFormatType.JSON, version: 2 },
      retentionPolicy: { enabled: true, days: retentionDays },
      identity: { type: network.ResourceIdentityType.UserAssigned, userAssignedIdentities: [identity.id] },
      tags: tagged("log"),
    },
    { parent, dependsOn: [grant] },
  );
}
