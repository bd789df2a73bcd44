import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Context } from "../../core/context";
import { type Finding, isAtLeast, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { type BarmanObjectStore, type CnpgCluster, cnpgTypes, retentionDays } from "../../kinds/cnpg";
import { durationDays } from "../../kinds/duration";
import { withPatch } from "../../kinds/patches";
import { followsAlloyDb, followsAzureServer, followsCloudSql } from "../../kinds/sql";

const minimumDays = countSetting("minimumDays", "Days that a backup is kept at least.", {
  dev: 7,
  staging: 7,
  prod: 30,
});

/** Backups, where there is no setting the provider's default holds, which is one day or none. */
function period(value: View, context: Context): Finding[] {
  return must(value, isAtLeast(context.get(minimumDays), "days"));
}

function policy(value: View<string | undefined>, context: Context): Finding[] {
  const minimum = context.get(minimumDays);
  const days = retentionDays(value.text() ?? "");
  if (!value.known || (days !== undefined && days >= minimum)) return [];
  return [{ path: value.path, found: value.shown(), required: `at least ${minimum} days, as "${minimum}d"` }];
}

/** The Cluster keeps its backups itself, or leaves them to a plugin, which has an ObjectStore of its own. */
function cluster(args: View<CnpgCluster>, context: Context): Finding[] {
  const spec = args.at("spec");
  if (spec.at("backup").isSet) return policy(spec.at("backup").at("retentionPolicy"), context);
  const plugins = spec.at("plugins");
  const archives = plugins.items().some((plugin) => plugin.at("isWALArchiver").mayBe(true));
  if (!plugins.known || archives) return [];
  return [
    {
      path: "spec.backup",
      found: "not set, and no plugin archives the write-ahead log",
      required: "backups",
      fix: "Name a plugin with isWALArchiver and its ObjectStore, or spec.backup.barmanObjectStore.",
    },
  ];
}

/** Cloud SQL makes one automatic backup a day, so that a count is a number of days; it keeps 7 where nothing is said. */
function cloudSql(instance: View<Unwrap<gcp.sql.DatabaseInstanceArgs>>, context: Context): Finding[] {
  if (followsCloudSql(instance)) return [];
  const backups = instance.at("settings").at("backupConfiguration");
  const enabled = must(backups.at("enabled"), isTrue);
  if (enabled.length > 0) return enabled;
  const retention = backups.at("backupRetentionSettings");
  const retained = retention.at("retainedBackups");
  const kept = retained.isSet || context.get(minimumDays) > 7 ? period(retained, context) : [];
  return [...mustIfSet(retention.at("retentionUnit"), isOneOf(["COUNT"])), ...kept];
}

/** AlloyDB keeps continuous backups, 14 days by default, and makes others on request. */
function alloyDb(cluster: View<Unwrap<gcp.alloydb.ClusterArgs>>, context: Context): Finding[] {
  if (followsAlloyDb(cluster)) return [];
  const minimum = context.get(minimumDays);
  const continuous = cluster.at("continuousBackupConfig");
  const window = continuous.at("recoveryWindowDays");
  const automated = cluster.at("automatedBackupPolicy");
  const period = automated.at("timeBasedRetention").at("retentionPeriod");
  const count = automated.at("quantityBasedRetention").at("count");
  const days = [
    !continuous.at("enabled").mayBe(false) ? (window.isSet ? window.number() : 14) : undefined,
    ...(automated.at("enabled").mayBe(true) ? [durationDays(period.text()), count.number()] : []),
  ];
  const all = [continuous, continuous.at("enabled"), window, automated, automated.at("enabled"), period, count];
  if (all.some((value) => !value.known) || days.some((each) => (each ?? 0) >= minimum)) return [];
  return [{ path: window.path, found: window.shown(), required: `at least ${minimum} days` }];
}

/** Cosmos DB keeps periodic backups for 8 hours where nothing is said, continuous ones for 30 days. */
function cosmos(account: View<Unwrap<azure.cosmosdb.DatabaseAccountArgs>>, context: Context): Finding[] {
  const minimum = context.get(minimumDays);
  const policy = account.at("backupPolicy");
  const tier = policy.at("continuousModeProperties").at("tier");
  if (policy.at("type").mayBe("Continuous")) {
    return minimum > 7 ? mustIfSet(tier, isOneOf(["Continuous30Days"])) : [];
  }
  return must(
    policy.at("periodicModeProperties").at("backupRetentionIntervalInHours"),
    isAtLeast(minimum * 24, "hours"),
    "Take continuous backups, or raise backupRetentionIntervalInHours.",
  );
}

/** Backups of databases are kept long enough to find out that something is wrong. */
export const rule: Rule = {
  id: "backup-database-retention",
  title: "Backups of databases are kept long enough.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    "CIS GCP Foundation 5.0": ["6.8"],
    "PCI DSS 4.0": ["10.3.3"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
    GDPR: ["Art. 32"],
  },
  why: "Corruption that is noticed after the last backup has gone can't be undone.",
  fix: "Raise the retention; RDS, Azure and AlloyDB keep at most 35 days.",
  source:
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["backupRetentionPeriod", "replicateSourceDb"],
    "aws:rds/cluster:Cluster": ["backupRetentionPeriod", "replicationSourceIdentifier"],
    "aws:neptune/cluster:Cluster": ["backupRetentionPeriod", "replicationSourceIdentifier"],
    "aws:docdb/cluster:Cluster": ["backupRetentionPeriod"],
    "aws:docdb/elasticCluster:ElasticCluster": ["backupRetentionPeriod"],
    "aws:redshift/cluster:Cluster": ["automatedSnapshotRetentionPeriod"],
    "gcp:sql/databaseInstance:DatabaseInstance": [
      "masterInstanceName",
      "settings.backupConfiguration.backupRetentionSettings.retainedBackups",
      "settings.backupConfiguration.backupRetentionSettings.retentionUnit",
      "settings.backupConfiguration.enabled",
    ],
    "gcp:alloydb/cluster:Cluster": [
      "automatedBackupPolicy.enabled",
      "automatedBackupPolicy.quantityBasedRetention.count",
      "automatedBackupPolicy.timeBasedRetention.retentionPeriod",
      "clusterType",
      "continuousBackupConfig.enabled",
      "continuousBackupConfig.recoveryWindowDays",
    ],
    "azure-native:dbforpostgresql:Server": ["backup.backupRetentionDays", "createMode"],
    "azure-native:dbformysql:Server": ["backup.backupRetentionDays", "createMode"],
    "azure-native:cosmosdb:DatabaseAccount": [
      "backupPolicy.continuousModeProperties.tier",
      "backupPolicy.periodicModeProperties.backupRetentionIntervalInHours",
      "backupPolicy.type",
    ],
    "kubernetes:postgresql.cnpg.io/v1:Cluster": ["spec.backup.retentionPolicy", "spec.plugins[].isWALArchiver"],
    "kubernetes:postgresql.cnpg.io/v1:ClusterPatch": ["spec.backup.retentionPolicy", "spec.plugins[].isWALArchiver"],
    "kubernetes:barmancloud.cnpg.io/v1:ObjectStore": ["spec.retentionPolicy"],
    "kubernetes:barmancloud.cnpg.io/v1:ObjectStorePatch": ["spec.retentionPolicy"],
  },
  settings: [minimumDays],
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance, context) =>
      // A replica holds nothing that its source has not.
      instance.at("replicateSourceDb").isSet ? [] : period(instance.at("backupRetentionPeriod"), context),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((args, context) =>
      args.at("replicationSourceIdentifier").isSet ? [] : period(args.at("backupRetentionPeriod"), context),
    ),
    "aws:docdb/cluster:Cluster": check<aws.docdb.ClusterArgs>((args, context) =>
      period(args.at("backupRetentionPeriod"), context),
    ),
    "aws:neptune/cluster:Cluster": check<aws.neptune.ClusterArgs>((args, context) =>
      args.at("replicationSourceIdentifier").isSet ? [] : period(args.at("backupRetentionPeriod"), context),
    ),
    "aws:redshift/cluster:Cluster": check<aws.redshift.ClusterArgs>((args, context) =>
      period(args.at("automatedSnapshotRetentionPeriod"), context),
    ),
    "aws:docdb/elasticCluster:ElasticCluster": check<aws.docdb.ElasticClusterArgs>((args, context) =>
      period(args.at("backupRetentionPeriod"), context),
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>(cloudSql),
    "gcp:alloydb/cluster:Cluster": check<gcp.alloydb.ClusterArgs>(alloyDb),
    // 7 days where nothing is said.
    "azure-native:dbforpostgresql:Server": check<azure.dbforpostgresql.ServerArgs>((server, context) =>
      followsAzureServer(server) ? [] : period(server.at("backup").at("backupRetentionDays"), context),
    ),
    "azure-native:dbformysql:Server": check<azure.dbformysql.ServerArgs>((server, context) =>
      followsAzureServer(server) ? [] : period(server.at("backup").at("backupRetentionDays"), context),
    ),
    "azure-native:cosmosdb:DatabaseAccount": check<azure.cosmosdb.DatabaseAccountArgs>(cosmos),
    ...withPatch(cnpgTypes.cluster, check<CnpgCluster>(cluster)),
    ...withPatch(
      cnpgTypes.objectStore,
      check<BarmanObjectStore>((store, context) => policy(store.at("spec").at("retentionPolicy"), context)),
    ),
  },
};
