import type * as aws from "@pulumi/aws";
import { isTrue, must } from "../../core/finding";
import { check, forTypes, type Rule } from "../../core/rule";

/** Databases are encrypted at rest. On Kubernetes the volumes are: see `encryption-at-rest-volume`. */
export const rule: Rule = {
  id: "encryption-at-rest-database",
  title: "Databases are encrypted at rest.",
  severity: "critical",
  frameworks: {
    "CIS AWS Foundations 7.0": ["3.2.1"],
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
    GDPR: ["Art. 32"],
  },
  why: "A copy of the disk, a snapshot or a backup is readable by whoever gets hold of it.",
  fix: "Encrypt it from the start: an existing one is encrypted by restoring an encrypted copy of its snapshot.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["replicateSourceDb", "storageEncrypted"],
    "aws:rds/cluster:Cluster": ["engineMode", "storageEncrypted"],
    "aws:rds/globalCluster:GlobalCluster": ["sourceDbClusterIdentifier", "storageEncrypted"],
    "aws:docdb/globalCluster:GlobalCluster": ["sourceDbClusterIdentifier", "storageEncrypted"],
    "aws:neptune/globalCluster:GlobalCluster": ["sourceDbClusterIdentifier", "storageEncrypted"],
    "aws:docdb/cluster:Cluster": ["storageEncrypted"],
    "aws:neptune/cluster:Cluster": ["storageEncrypted"],
    "aws:redshift/cluster:Cluster": ["encrypted"],
  },
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      // A replica is as encrypted as its source, and a restored instance as its snapshot unless it says otherwise.
      instance.at("replicateSourceDb").isSet && !instance.at("storageEncrypted").isSet
        ? []
        : must(instance.at("storageEncrypted"), isTrue),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((cluster) =>
      // Serverless v1 is always encrypted, and says nothing.
      cluster.at("engineMode").mayBe("serverless") && !cluster.at("storageEncrypted").isSet
        ? []
        : must(cluster.at("storageEncrypted"), isTrue),
    ),
    // One that is made of a cluster is as encrypted as that.
    ...forTypes(
      [
        "aws:rds/globalCluster:GlobalCluster",
        "aws:docdb/globalCluster:GlobalCluster",
        "aws:neptune/globalCluster:GlobalCluster",
      ],
      check<aws.rds.GlobalClusterArgs>((cluster) =>
        cluster.at("sourceDbClusterIdentifier").isSet ? [] : must(cluster.at("storageEncrypted"), isTrue),
      ),
    ),
    "aws:docdb/cluster:Cluster": check<aws.docdb.ClusterArgs>((cluster) =>
      must(cluster.at("storageEncrypted"), isTrue),
    ),
    "aws:neptune/cluster:Cluster": check<aws.neptune.ClusterArgs>((cluster) =>
      must(cluster.at("storageEncrypted"), isTrue),
    ),
    "aws:redshift/cluster:Cluster": check<aws.redshift.ClusterArgs>((cluster) => must(cluster.at("encrypted"), isTrue)),
  },
};
