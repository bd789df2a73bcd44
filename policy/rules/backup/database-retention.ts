import type * as aws from "@pulumi/aws";
import type { Context } from "../../core/context";
import { type Finding, isAtLeast, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { type BarmanObjectStore, type CnpgCluster, cnpgTypes, retentionDays } from "../../kinds/cnpg";

const minimumDays = countSetting("minimumDays", "Days that a backup is kept at least.", {
  dev: 7,
  staging: 7,
  prod: 30,
});

/** Backups, where there is no setting the provider's default holds, which is one day or none. */
function period(value: View, context: Context): Finding[] {
  return require(value, isAtLeast(context.get(minimumDays), "days"));
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
      mend: "Name a plugin with isWALArchiver and its ObjectStore, or spec.backup.barmanObjectStore.",
    },
  ];
}

/** Backups of databases are kept long enough to find out that something is wrong. */
export const rule: Rule = {
  id: "backup-database-retention",
  title: "Backups of databases are kept long enough.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
    GDPR: ["Art. 32"],
  },
  why: "Corruption that is noticed after the last backup has gone can't be undone.",
  mend: "Raise the retention; RDS keeps at most 35 days.",
  source:
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
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
    [cnpgTypes.cluster]: check<CnpgCluster>(cluster),
    [cnpgTypes.objectStore]: check<BarmanObjectStore>((store, context) =>
      policy(store.at("spec").at("retentionPolicy"), context),
    ),
  },
};
