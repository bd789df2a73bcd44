import * as dbforpostgresql from "@pulumi/azure-native/dbforpostgresql";
import type * as pulumi from "@pulumi/pulumi";
import type { PostgresArgs } from "../../contract";
import { daysOfWeek, type PostgresSpec, type Transform, transformed } from "../../contract";
import type { EncryptionKey } from "../key";
import type { AzureNetwork } from "../network";
import { copiesBackups } from "../regions";
import { tags } from "../tags";
import { uniqueName } from "../unique-name";
import { machineOf } from "./sizes";
import { storageOf } from "./storage";

/** Arguments of a server. */
export interface ServerArgs extends PostgresArgs {
  network: AzureNetwork;
  zoneId: pulumi.Input<string>;
  key: EncryptionKey | undefined;
  /** Resources that must exist before it. */
  after: readonly pulumi.Resource[];
  transform: Transform<dbforpostgresql.ServerArgs> | undefined;
  /** Hooks that retry a change while the server is busy. */
  hooks: pulumi.ResourceHookBinding;
}

/** Least and most days for which Flexible Server keeps backups. */
const backupDays = { least: 7, most: 35 } as const;
/** Zones of the primary and its standby. */
const zones = { primary: "1", standby: "2" } as const;

/** The primary server. */
export function primaryServer(
  name: string,
  args: ServerArgs & { password: pulumi.Input<string> },
  parent: pulumi.Resource,
): dbforpostgresql.Server {
  const { context, spec, password, key, after, transform, hooks } = args;
  const serverArgs: dbforpostgresql.ServerArgs = {
    ...shared(name, args, parent),
    createMode: dbforpostgresql.CreateMode.Default,
    version: spec.version,
    administratorLogin: spec.admin.user,
    administratorLoginPassword: password,
    authConfig: {
      passwordAuth: dbforpostgresql.PasswordBasedAuth.Enabled,
      activeDirectoryAuth: dbforpostgresql.MicrosoftEntraAuth.Disabled,
    },
    availabilityZone: zones.primary,
    highAvailability: spec.highAvailability
      ? {
          mode: dbforpostgresql.PostgreSqlFlexibleServerHighAvailabilityMode.ZoneRedundant,
          standbyAvailabilityZone: zones.standby,
        }
      : { mode: dbforpostgresql.PostgreSqlFlexibleServerHighAvailabilityMode.Disabled },
    backup: {
      backupRetentionDays: Math.min(Math.max(spec.backupRetentionDays, backupDays.least), backupDays.most),
      // Decided when the server is made. A second key in the paired region would be needed beside one of our own.
      geoRedundantBackup:
        context.environment === "prod" && key === undefined && copiesBackups(context.region)
          ? dbforpostgresql.GeographicallyRedundantBackup.Enabled
          : dbforpostgresql.GeographicallyRedundantBackup.Disabled,
    },
    maintenanceWindow: maintenanceWindow(spec),
  };
  return new dbforpostgresql.Server(name, transformed(transform, serverArgs, name), {
    parent,
    protect: spec.deletionProtection,
    dependsOn: [...after, ...(key === undefined ? [] : [key.grant])],
    hooks,
    // Storage grows by itself and never shrinks; a failover swaps the zones.
    ignoreChanges: ["storage.storageSizeGB", "availabilityZone", "highAvailability.standbyAvailabilityZone"],
  });
}

/** A read replica of it. */
export function replicaServer(
  name: string,
  primary: dbforpostgresql.Server,
  args: ServerArgs,
  parent: pulumi.Resource,
): dbforpostgresql.Server {
  const own = shared(name, args, parent);
  const replicaArgs: dbforpostgresql.ServerArgs = {
    ...own,
    // At least as large as the primary, which may have grown.
    storage: {
      ...own.storage,
      storageSizeGB: primary.storage.apply((storage) => storage?.storageSizeGB ?? own.storage.storageSizeGB),
    },
    createMode: dbforpostgresql.CreateMode.Replica,
    sourceServerResourceId: primary.id,
  };
  return new dbforpostgresql.Server(name, transformed(args.transform, replicaArgs, name), {
    parent,
    dependsOn: [...args.after],
    hooks: args.hooks,
    ignoreChanges: ["storage.storageSizeGB"],
  });
}

function shared(name: string, { context, spec, network, zoneId, key }: ServerArgs, parent: pulumi.Resource) {
  return {
    serverName: uniqueName(
      name,
      { parts: [context.name, name.split("-").slice(-1).join()], longest: 63, separator: "-" },
      parent,
    ),
    resourceGroupName: network.resourceGroupName,
    location: context.region,
    sku: machineOf(spec),
    storage: {
      storageSizeGB: storageOf(spec),
      autoGrow: dbforpostgresql.StorageAutoGrow.Enabled,
      type: dbforpostgresql.StorageType.Premium_LRS,
    },
    network: {
      delegatedSubnetResourceId: network.postgresSubnetId,
      privateDnsZoneArmResourceId: zoneId,
      publicNetworkAccess: dbforpostgresql.ServerPublicNetworkAccessState.Disabled,
    },
    identity: key === undefined ? undefined : userOf(key),
    dataEncryption: key === undefined ? undefined : encryption(key),
    tags: tags(context, name),
  };
}

function userOf({ identityId }: EncryptionKey) {
  return {
    type: dbforpostgresql.IdentityType.UserAssigned,
    userAssignedIdentities: identityId.apply((id) => ({ [id]: {} })),
  };
}

function encryption({ uri, identityId }: EncryptionKey) {
  return {
    type: dbforpostgresql.DataEncryptionType.AzureKeyVault,
    primaryKeyURI: uri,
    primaryUserAssignedIdentityId: identityId,
  };
}

/** Sunday is 0 (ARM reference, `MaintenanceWindow.dayOfWeek`). */
function maintenanceWindow({ maintenanceWindow: { day, start } }: PostgresSpec) {
  const [hour = 0, minute = 0] = start.split(":").map(Number);
  return {
    customWindow: "Enabled",
    dayOfWeek: (daysOfWeek.indexOf(day) + 1) % daysOfWeek.length,
    startHour: hour,
    startMinute: minute,
  };
}
