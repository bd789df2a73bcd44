import type * as azure from "@pulumi/azure-native";
import type { Context, Neighbour } from "../../core/context";
import type { Finding } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { followsAzureServer } from "../../kinds/sql";
import { isForLogs, logWriters } from "../../kinds/storage-account";

const byScope = "azure-native:authorization:ManagementLockByScope";
const byGroup = "azure-native:authorization:ManagementLockAtResourceGroupLevel";

type Lock = azure.authorization.ManagementLockByScopeArgs;
type GroupLock = azure.authorization.ManagementLockAtResourceGroupLevelArgs;

/** Both levels refuse a deletion. */
function holds(level: View): boolean {
  return level.mayBe("CanNotDelete") || level.mayBe("ReadOnly");
}

function sameGroup(name: View<string>, own: View<string>): boolean {
  return !name.known || !own.known || (name.isSet && name.text()?.toLowerCase() === own.text()?.toLowerCase());
}

/** A lock of a subscription or a resource group holds all that is in it. */
function isAbove({ properties }: Neighbour<Lock>, group: View<string>): boolean {
  const [whole, name] =
    /^\/subscriptions\/[^/]+(?:\/resourceGroups\/([^/]+))?\/?$/i.exec(properties.at("scope").text() ?? "") ?? [];
  if (whole === undefined) return false;
  return name === undefined || !group.known || name.toLowerCase() === group.text()?.toLowerCase();
}

function locked(resource: View<{ resourceGroupName: string }>, context: Context): Finding[] {
  const group = resource.at("resourceGroupName");
  const own = context.companions<Lock>(byScope, "scope");
  const above = context.all<Lock>(byScope).filter((lock) => isAbove(lock, group));
  const ofGroup = context
    .all<GroupLock>(byGroup)
    .filter(({ properties }) => sameGroup(properties.at("resourceGroupName"), group));
  const levels = [...own, ...above].map(({ properties }) => properties.at("level"));
  if ([...levels, ...ofGroup.map(({ properties }) => properties.at("level"))].some((level) => holds(level))) return [];
  return [
    {
      path: "lock",
      found: "not set: no ManagementLockByScope of level CanNotDelete names this resource or its resource group",
      required: "a lock",
    },
  ];
}

/** Azure's databases and accounts have no deletion protection of their own: a lock has Azure itself refuse. */
export const rule: Rule = {
  id: "data-safety-delete-lock",
  title: "Azure databases and storage accounts have a lock against deletion.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.5.33"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "Whoever may write to the resource group deletes a database with one call, past Pulumi.",
  fix: "Add a ManagementLockByScope with level CanNotDelete and this resource as its scope.",
  source: "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
  breaksBy: {
    "azure-native:dbforpostgresql:Server": ["createMode", "resourceGroupName"],
    "azure-native:dbformysql:Server": ["createMode", "resourceGroupName"],
    ...alike(
      [
        "azure-native:cosmosdb:DatabaseAccount",
        "azure-native:sql:ManagedInstance",
        "azure-native:redisenterprise:RedisEnterprise",
        "azure-native:storage:StorageAccount",
      ],
      ["resourceGroupName"],
    ),
    "azure-native:authorization:ManagementLockByScope": ["level", "scope"],
    "azure-native:authorization:ManagementLockAtResourceGroupLevel": ["level", "resourceGroupName"],
    "azure-native:network:FlowLog": ["storageId"],
    "azure-native:monitor:DiagnosticSetting": ["storageAccountId"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  companions: [byScope, byGroup, ...logWriters],
  checks: {
    "azure-native:dbforpostgresql:Server": check<azure.dbforpostgresql.ServerArgs>((server, context) =>
      followsAzureServer(server) ? [] : locked(server.as<{ resourceGroupName: string }>(), context),
    ),
    "azure-native:dbformysql:Server": check<azure.dbformysql.ServerArgs>((server, context) =>
      followsAzureServer(server) ? [] : locked(server.as<{ resourceGroupName: string }>(), context),
    ),
    "azure-native:cosmosdb:DatabaseAccount": check<azure.cosmosdb.DatabaseAccountArgs>((account, context) =>
      locked(account.as<{ resourceGroupName: string }>(), context),
    ),
    "azure-native:sql:ManagedInstance": check<azure.sql.ManagedInstanceArgs>((instance, context) =>
      locked(instance.as<{ resourceGroupName: string }>(), context),
    ),
    "azure-native:redisenterprise:RedisEnterprise": check<azure.redisenterprise.RedisEnterpriseArgs>(
      (cluster, context) => locked(cluster.as<{ resourceGroupName: string }>(), context),
    ),
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account, context) =>
      isForLogs(context) ? [] : locked(account.as<{ resourceGroupName: string }>(), context),
    ),
  },
};
