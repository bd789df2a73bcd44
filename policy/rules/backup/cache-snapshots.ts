import type * as aws from "@pulumi/aws";
import { isAtLeast, require } from "../../core/finding";
import { check, type ResourceRule } from "../../core/rule";

/** Snapshots of caches are kept: queues and sessions live there too. */
export const rule: ResourceRule = {
  id: "backup-cache-snapshots",
  title: "Snapshots of caches are kept long enough.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    "AWS Foundational Security Best Practices": ["ElastiCache.1"],
  },
  why: "Jobs and sessions in the cache are gone with the node; without a snapshot there is nothing to start from.",
  mend: "Set snapshotRetentionLimit; ElastiCache keeps at most 35 days.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-1",
  settings: ["minimumDays"],
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>(
      (group, { minimumDays }) =>
        group.at("globalReplicationGroupId").isSet
          ? []
          : require(group.at("snapshotRetentionLimit"), isAtLeast(minimumDays, "days")),
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster, { minimumDays }) =>
      require(cluster.at("snapshotRetentionLimit"), isAtLeast(minimumDays, "days")),
    ),
  },
};
