import type * as aws from "@pulumi/aws";
import { isAtLeast, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";

const minimumDays = countSetting("minimumDays", "Days that a snapshot is kept at least.", {
  dev: 1,
  staging: 1,
  prod: 7,
});

/** Snapshots of caches are kept: queues and sessions live there too. */
export const rule: Rule = {
  id: "backup-cache-snapshots",
  title: "Snapshots of caches are kept long enough.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
  },
  why: "Jobs and sessions in the cache are gone with the node; without a snapshot there is nothing to start from.",
  mend: "Set snapshotRetentionLimit; ElastiCache keeps at most 35 days.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-1",
  settings: [minimumDays],
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>(
      (group, context) =>
        group.at("globalReplicationGroupId").isSet
          ? []
          : require(group.at("snapshotRetentionLimit"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster, context) =>
      require(cluster.at("snapshotRetentionLimit"), isAtLeast(context.get(minimumDays), "days")),
    ),
  },
};
