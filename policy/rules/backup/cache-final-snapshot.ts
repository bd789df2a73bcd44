import type * as aws from "@pulumi/aws";
import { isSet, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** A cache leaves a snapshot when it is deleted. Google Cloud and Azure have no such choice. */
export const rule: Rule = {
  id: "backup-cache-final-snapshot",
  title: "A cache leaves a snapshot when it is deleted.",
  severity: "low",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
  },
  why: "Jobs and sessions that nobody has elsewhere go with a cache that is deleted by mistake.",
  fix: "Name the final snapshot.",
  source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-final.html",
  breaksBy: {
    "aws:elasticache/replicationGroup:ReplicationGroup": ["finalSnapshotIdentifier", "globalReplicationGroupId"],
    "aws:memorydb/cluster:Cluster": ["finalSnapshotName"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>((group) =>
      // A member of a global datastore holds what the others hold.
      group.at("globalReplicationGroupId").isSet ? [] : must(group.at("finalSnapshotIdentifier"), isSet),
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster) =>
      must(cluster.at("finalSnapshotName"), isSet),
    ),
  },
};
