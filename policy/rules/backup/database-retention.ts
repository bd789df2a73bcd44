import type * as aws from "@pulumi/aws";
import { type Finding, isAtLeast, require } from "../../core/finding";
import { check, type ResourceRule } from "../../core/rule";
import type { Settings } from "../../core/settings";
import type { View } from "../../core/view";
import { type BarmanObjectStore, type CnpgCluster, cnpgTypes, retentionDays } from "../../kinds/cnpg";

/** Backups, where there is no setting the provider's default holds, which is one day or none. */
function period(value: View, { minimumDays }: Settings): Finding[] {
  return require(value, isAtLeast(minimumDays, "days"));
}

function policy(value: View<string | undefined>, { minimumDays }: Settings): Finding[] {
  const days = retentionDays(value.text() ?? "");
  if (!value.known || (days !== undefined && days >= minimumDays)) return [];
  return [{ path: value.path, found: value.shown(), required: `at least ${minimumDays} days, as "${minimumDays}d"` }];
}

/** The Cluster keeps its backups itself, or leaves them to a plugin, which has an ObjectStore of its own. */
function cluster(args: View<CnpgCluster>, settings: Settings): Finding[] {
  const spec = args.at("spec");
  if (spec.at("backup").isSet) return policy(spec.at("backup").at("retentionPolicy"), settings);
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
export const rule: ResourceRule = {
  id: "backup-database-retention",
  title: "Backups of databases are kept long enough.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
    GDPR: ["Art. 32(1)(c)"],
    "AWS Foundational Security Best Practices": ["RDS.11"],
  },
  why: "Corruption that is noticed after the last backup has gone can't be undone.",
  mend: "Raise the retention; RDS keeps at most 35 days.",
  source:
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
  settings: ["minimumDays"],
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance, settings) =>
      // A replica holds nothing that its source has not.
      instance.at("replicateSourceDb").isSet ? [] : period(instance.at("backupRetentionPeriod"), settings),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((args, settings) =>
      args.at("replicationSourceIdentifier").isSet ? [] : period(args.at("backupRetentionPeriod"), settings),
    ),
    "aws:docdb/cluster:Cluster": check<aws.docdb.ClusterArgs>((args, settings) =>
      period(args.at("backupRetentionPeriod"), settings),
    ),
    "aws:neptune/cluster:Cluster": check<aws.neptune.ClusterArgs>((args, settings) =>
      args.at("replicationSourceIdentifier").isSet ? [] : period(args.at("backupRetentionPeriod"), settings),
    ),
    "aws:redshift/cluster:Cluster": check<aws.redshift.ClusterArgs>((args, settings) =>
      period(args.at("automatedSnapshotRetentionPeriod"), settings),
    ),
    [cnpgTypes.cluster]: check<CnpgCluster>(cluster),
    [cnpgTypes.objectStore]: check<BarmanObjectStore>((store, settings) =>
      policy(store.at("spec").at("retentionPolicy"), settings),
    ),
  },
};
