import type * as aws from "@pulumi/aws";
import { isFalse, isNotTrue, must } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import { required } from "../../kinds/table";

/**
 * A database leaves a snapshot when it is deleted. Caches and Cloud SQL have rules of their own; Azure has no such choice:
 * what was deleted can be had back for some days.
 */
export const rule: Rule = {
  id: "backup-final-snapshot",
  title: "A database leaves a snapshot when it is deleted.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    GDPR: ["Art. 32"],
  },
  why: "Automatic backups go with the instance: a wrong destroy takes the data and its backups.",
  fix: "Set skipFinalSnapshot: false with a finalSnapshotIdentifier.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  breaksBy: {
    "aws:fsx/ontapVolume:OntapVolume": ["skipFinalBackup"],
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": ["skipFinalBackup"],
    "aws:fsx/windowsFileSystem:WindowsFileSystem": ["skipFinalBackup"],
    ...alike(
      [
        "aws:lightsail/database:Database",
        "aws:rds/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:neptune/cluster:Cluster",
        "aws:redshift/cluster:Cluster",
      ],
      ["skipFinalSnapshot"],
    ),
    "aws:rds/instance:Instance": ["replicateSourceDb", "skipFinalSnapshot"],
  },
  checks: {
    ...required(isNotTrue, [
      ["aws:fsx/ontapVolume:OntapVolume", "skipFinalBackup"],
      ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem", "skipFinalBackup"],
      ["aws:fsx/windowsFileSystem:WindowsFileSystem", "skipFinalBackup"],
      ["aws:lightsail/database:Database", "skipFinalSnapshot"],
    ]),
    // Where nothing is said the provider takes a snapshot, and fails without a name for it.
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      instance.at("replicateSourceDb").isSet ? [] : must(instance.at("skipFinalSnapshot"), isNotTrue),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((cluster) =>
      must(cluster.at("skipFinalSnapshot"), isNotTrue),
    ),
    "aws:docdb/cluster:Cluster": check<aws.docdb.ClusterArgs>((cluster) =>
      must(cluster.at("skipFinalSnapshot"), isNotTrue),
    ),
    "aws:neptune/cluster:Cluster": check<aws.neptune.ClusterArgs>((cluster) =>
      must(cluster.at("skipFinalSnapshot"), isNotTrue),
    ),
    "aws:redshift/cluster:Cluster": check<aws.redshift.ClusterArgs>((cluster) =>
      must(cluster.at("skipFinalSnapshot"), isFalse),
    ),
  },
};
