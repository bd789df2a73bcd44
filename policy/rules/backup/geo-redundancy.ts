import type * as azure from "@pulumi/azure-native";
import type { Unwrap } from "@pulumi/pulumi";
import { type Finding, isOneOf, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { followsAzureServer } from "../../kinds/sql";

type Server = View<Unwrap<azure.dbforpostgresql.ServerArgs> | Unwrap<azure.dbformysql.ServerArgs>>;

/** A server with a key of its own would need a second one in the other region, and stays where its key is. */
function server(args: Server): Finding[] {
  const ownKey = args.at("dataEncryption").at("type").mayBe("AzureKeyVault");
  return followsAzureServer(args) || ownKey
    ? []
    : must(args.at("backup").at("geoRedundantBackup"), isOneOf(["Enabled"]));
}

const elsewhere = isOneOf(["Geo", "GeoZone"]);

/**
 * Backups of databases are copied to a second region. Cloud SQL does so by itself, unless a location is named, which is a
 * decision about where data may be; AWS has it as a service of its own (AWS Backup), whose plan may be anywhere.
 */
export const rule: Rule = {
  id: "backup-geo-redundancy",
  title: "Backups of databases are also kept in a second region.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13", "A.8.14"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(B)"],
  },
  why: "A disaster that takes the region takes its backups too.",
  fix: "Keep backups in the paired region; for servers of PostgreSQL and MySQL this is decided when they are made.",
  source: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-backup-restore",
  breaksBy: {
    "azure-native:dbforpostgresql:Server": ["backup.geoRedundantBackup", "createMode", "dataEncryption.type"],
    "azure-native:dbformysql:Server": ["backup.geoRedundantBackup", "createMode", "dataEncryption.type"],
    "azure-native:sql:Database": ["requestedBackupStorageRedundancy"],
    "azure-native:sql:ManagedInstance": ["requestedBackupStorageRedundancy"],
    "azure-native:cosmosdb:DatabaseAccount": ["backupPolicy.periodicModeProperties.backupStorageRedundancy"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    "azure-native:dbforpostgresql:Server": check<azure.dbforpostgresql.ServerArgs>((args) => server(args)),
    "azure-native:dbformysql:Server": check<azure.dbformysql.ServerArgs>((args) => server(args)),
    // In two regions where nothing is said.
    "azure-native:sql:Database": check<azure.sql.DatabaseArgs>((database) =>
      mustIfSet(database.at("requestedBackupStorageRedundancy"), elsewhere),
    ),
    "azure-native:sql:ManagedInstance": check<azure.sql.ManagedInstanceArgs>((instance) =>
      mustIfSet(instance.at("requestedBackupStorageRedundancy"), elsewhere),
    ),
    "azure-native:cosmosdb:DatabaseAccount": check<azure.cosmosdb.DatabaseAccountArgs>((account) =>
      mustIfSet(
        account.at("backupPolicy").at("periodicModeProperties").at("backupStorageRedundancy"),
        isOneOf(["Geo"]),
      ),
    ),
  },
};
