import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Context } from "../../core/context";
import { type Finding, isAtLeast, isOneOf, isTrue, must, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { durationDays } from "../../kinds/duration";

const minimumDays = countSetting("minimumDays", "Days that a snapshot is kept at least.", {
  dev: 1,
  staging: 1,
  prod: 7,
});

/** How long Memorystore keeps automated backups, as `604800s`. */
function retention(value: View, context: Context): Finding[] {
  const minimum = context.get(minimumDays);
  return must(
    value,
    {
      words: `at least ${minimum} days, as "${minimum * 86_400}s"`,
      allows: (period) => (durationDays(period.text()) ?? -1) >= minimum,
    },
    "Set automatedBackupConfig with its retention.",
  );
}

/** Memcached keeps nothing, and can't. */
function holdsNothing(engine: View): boolean {
  return engine.mayBe("memcached");
}

/**
 * Snapshots of caches are kept: queues and sessions live there too. Memorystore for Redis and Azure's caches write one to
 * disk and keep the newest alone: there it is asked for without a number of days.
 */
export const rule: Rule = {
  id: "backup-cache-snapshots",
  title: "Snapshots of caches are kept long enough.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
  },
  why: "Jobs and sessions in the cache are gone with the node; without a snapshot there is nothing to start from.",
  fix: "Set snapshotRetentionLimit, at most 35 days, or have the cache write its data to disk.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-1",
  breaksBy: {
    "aws:elasticache/replicationGroup:ReplicationGroup": ["globalReplicationGroupId", "snapshotRetentionLimit"],
    "aws:memorydb/cluster:Cluster": ["snapshotRetentionLimit"],
    "aws:elasticache/cluster:Cluster": ["engine", "replicationGroupId", "snapshotRetentionLimit"],
    "aws:elasticache/serverlessCache:ServerlessCache": ["engine", "snapshotRetentionLimit"],
    "gcp:redis/instance:Instance": ["persistenceConfig.persistenceMode"],
    "gcp:redis/cluster:Cluster": ["automatedBackupConfig.retention", "crossClusterReplicationConfig.clusterRole"],
    "gcp:memorystore/instance:Instance": [
      "automatedBackupConfig.retention",
      "crossInstanceReplicationConfig.instanceRole",
    ],
    "azure-native:redis:Redis": ["redisConfiguration.aofBackupEnabled", "redisConfiguration.rdbBackupEnabled"],
    "azure-native:redisenterprise:Database": ["geoReplication", "persistence.aofEnabled", "persistence.rdbEnabled"],
  },
  settings: [minimumDays],
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>(
      (group, context) =>
        group.at("globalReplicationGroupId").isSet
          ? []
          : must(group.at("snapshotRetentionLimit"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster, context) =>
      must(cluster.at("snapshotRetentionLimit"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "aws:elasticache/cluster:Cluster": check<aws.elasticache.ClusterArgs>((cluster, context) =>
      // Nodes of a replication group are backed up with the group.
      holdsNothing(cluster.at("engine")) || cluster.at("replicationGroupId").isSet
        ? []
        : must(cluster.at("snapshotRetentionLimit"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "aws:elasticache/serverlessCache:ServerlessCache": check<aws.elasticache.ServerlessCacheArgs>((cache, context) =>
      holdsNothing(cache.at("engine"))
        ? []
        : must(cache.at("snapshotRetentionLimit"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "gcp:redis/instance:Instance": check<gcp.redis.InstanceArgs>((instance) =>
      must(instance.at("persistenceConfig").at("persistenceMode"), isOneOf(["RDB"])),
    ),
    "gcp:redis/cluster:Cluster": check<gcp.redis.ClusterArgs>((cluster, context) =>
      cluster.at("crossClusterReplicationConfig").at("clusterRole").mayBe("SECONDARY")
        ? []
        : retention(cluster.at("automatedBackupConfig").at("retention"), context),
    ),
    "gcp:memorystore/instance:Instance": check<gcp.memorystore.InstanceArgs>((instance, context) =>
      instance.at("crossInstanceReplicationConfig").at("instanceRole").mayBe("SECONDARY")
        ? []
        : retention(instance.at("automatedBackupConfig").at("retention"), context),
    ),
    "azure-native:redis:Redis": check<azure.redis.RedisArgs>((cache) => {
      const config = cache.at("redisConfiguration");
      const written = [config.at("rdbBackupEnabled"), config.at("aofBackupEnabled")];
      return mustOne(written, isTrue, "Set rdbBackupEnabled; the Premium tier has it.");
    }),
    "azure-native:redisenterprise:Database": check<azure.redisenterprise.DatabaseArgs>((database) =>
      // Copies in other regions take the place of the disk: Azure allows one of the two.
      database.at("geoReplication").isSet
        ? []
        : mustOne([database.at("persistence").at("rdbEnabled"), database.at("persistence").at("aofEnabled")], isTrue),
    ),
  },
};
