import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import { type Finding, isAtLeast, isNotFalse, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type CnpgCluster, cnpgTypes } from "../../kinds/cnpg";
import { followsAlloyDb, followsCloudSql } from "../../kinds/sql";
import { required } from "../../kinds/table";

/** Replicas in other regions have a setting of their own. */
function dynamoDb(table: View<Unwrap<aws.dynamodb.TableArgs>>): Finding[] {
  return [
    ...must(table.at("pointInTimeRecovery").at("enabled"), isTrue),
    ...table
      .at("replicas")
      .items()
      .flatMap((replica) => must(replica.at("pointInTimeRecovery"), isTrue)),
  ];
}

/** MySQL goes back by its binary log, the others by a switch. */
function cloudSql(instance: View<Unwrap<gcp.sql.DatabaseInstanceArgs>>): Finding[] {
  if (followsCloudSql(instance)) return [];
  const backups = instance.at("settings").at("backupConfiguration");
  const version = instance.at("databaseVersion");
  if (!version.known) return [];
  const [engine] = version.text()?.split("_") ?? [];
  if (engine === "MYSQL") {
    return must(backups.at("binaryLogEnabled"), isTrue, "Set settings.backupConfiguration.binaryLogEnabled.");
  }
  if (engine === "POSTGRES" || engine === "SQLSERVER") return must(backups.at("pointInTimeRecoveryEnabled"), isTrue);
  return [{ path: version.path, found: version.shown(), required: "a version of MYSQL, POSTGRES or SQLSERVER" }];
}

/** Between two base backups lies the archive of write-ahead logs, the Cluster's own or a plugin's. */
function cloudNative(cluster: View<CnpgCluster>): Finding[] {
  const spec = cluster.at("spec");
  const own = spec.at("backup").at("barmanObjectStore");
  const plugins = spec.at("plugins");
  const archives = plugins
    .items()
    .some((plugin) => plugin.at("isWALArchiver").mayBe(true) && plugin.at("enabled").boolean() !== false);
  if (own.isSet || !own.known || !plugins.known || archives) return [];
  return [
    {
      path: own.path,
      found: "not set, and no plugin archives the write-ahead log",
      required: "an archive of write-ahead logs",
      fix: "Name a plugin with isWALArchiver, or set spec.backup.barmanObjectStore.",
    },
  ];
}

/**
 * Databases can be had back as of any second. RDS and Aurora do so where backups are on; Azure Database and Azure SQL
 * always do.
 */
export const rule: Rule = {
  id: "backup-point-in-time",
  title: "Databases can be restored to a point in time.",
  severity: "medium",
  frameworks: {
    "PCI DSS 4.0": ["10.3.3"],
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
  },
  why: "A daily backup alone loses up to a day of writes; a wrong statement can be taken back only to the night before.",
  fix: "Switch point-in-time recovery on.",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html",
  breaksBy: {
    "aws:dynamodb/tableReplica:TableReplica": ["pointInTimeRecovery"],
    "aws:rds/instance:Instance": ["backupRetentionPeriod", "replicateSourceDb"],
    "aws:dynamodb/table:Table": ["pointInTimeRecovery.enabled", "replicas[].pointInTimeRecovery"],
    "aws:keyspaces/table:Table": ["pointInTimeRecovery.status"],
    "gcp:sql/databaseInstance:DatabaseInstance": [
      "databaseVersion",
      "masterInstanceName",
      "settings.backupConfiguration.binaryLogEnabled",
      "settings.backupConfiguration.pointInTimeRecoveryEnabled",
    ],
    "gcp:alloydb/cluster:Cluster": ["clusterType", "continuousBackupConfig.enabled"],
    "gcp:firestore/database:Database": ["pointInTimeRecoveryEnablement"],
    "azure-native:cosmosdb:DatabaseAccount": ["backupPolicy.type"],
    "kubernetes:postgresql.cnpg.io/v1:Cluster": [
      "spec.backup.barmanObjectStore",
      "spec.plugins[].enabled",
      "spec.plugins[].isWALArchiver",
    ],
  },
  checks: {
    ...required(isTrue, [["aws:dynamodb/tableReplica:TableReplica", "pointInTimeRecovery"]]),
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      // Where nothing is said the provider keeps no backups.
      instance.at("replicateSourceDb").isSet
        ? []
        : must(instance.at("backupRetentionPeriod"), isAtLeast(1, "days"), "Set backupRetentionPeriod."),
    ),
    "aws:dynamodb/table:Table": check<aws.dynamodb.TableArgs>(dynamoDb),
    "aws:keyspaces/table:Table": check<aws.keyspaces.TableArgs>((table) =>
      must(table.at("pointInTimeRecovery").at("status"), isOneOf(["ENABLED"])),
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>(cloudSql),
    // On where nothing is said.
    "gcp:alloydb/cluster:Cluster": check<gcp.alloydb.ClusterArgs>((cluster) =>
      followsAlloyDb(cluster) ? [] : mustIfSet(cluster.at("continuousBackupConfig").at("enabled"), isNotFalse),
    ),
    "gcp:firestore/database:Database": check<gcp.firestore.DatabaseArgs>((database) =>
      must(database.at("pointInTimeRecoveryEnablement"), isOneOf(["POINT_IN_TIME_RECOVERY_ENABLED"])),
    ),
    "azure-native:cosmosdb:DatabaseAccount": check<azure.cosmosdb.DatabaseAccountArgs>((account) =>
      must(account.at("backupPolicy").at("type"), isOneOf(["Continuous"])),
    ),
    [cnpgTypes.cluster]: check<CnpgCluster>(cloudNative),
  },
};
