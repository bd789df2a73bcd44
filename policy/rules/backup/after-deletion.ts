import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isFalse, isTrue, must, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { followsCloudSql } from "../../kinds/sql";

/** Backups outlive their database. Azure keeps those of a deleted server for some days, whatever is said. */
export const rule: Rule = {
  id: "backup-after-deletion",
  title: "Backups are kept when their database is deleted.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
  },
  why: "A final snapshot is of the moment of the deletion; what was wrong an hour before is in it too.",
  fix: "Set deleteAutomatedBackups: false; they go when their retention ends.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.Retaining.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["deleteAutomatedBackups", "replicateSourceDb"],
    "aws:rds/cluster:Cluster": ["deleteAutomatedBackups", "replicationSourceIdentifier"],
    "gcp:sql/databaseInstance:DatabaseInstance": [
      "masterInstanceName",
      "settings.finalBackupConfig.enabled",
      "settings.retainBackupsOnDelete",
    ],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    // Deleted where nothing is said.
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      instance.at("replicateSourceDb").isSet ? [] : must(instance.at("deleteAutomatedBackups"), isFalse),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((cluster) =>
      cluster.at("replicationSourceIdentifier").isSet ? [] : must(cluster.at("deleteAutomatedBackups"), isFalse),
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance) => {
      if (followsCloudSql(instance)) return [];
      const settings = instance.at("settings");
      return mustOne(
        [settings.at("retainBackupsOnDelete"), settings.at("finalBackupConfig").at("enabled")],
        isTrue,
        "Set retainBackupsOnDelete, or finalBackupConfig.enabled.",
      );
    }),
  },
};
