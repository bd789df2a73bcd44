import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isAtLeast, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Caches outlive the failure of a node. */
export const rule: Rule = {
  id: "availability-cache-ha",
  title: "Caches have a replica that takes over.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.14"], "SOC 2": ["A1.2"] },
  why: "With its only node go sessions and queued jobs, and the load falls on the database.",
  fix: "Switch on the replica: automaticFailoverEnabled and multiAzEnabled, STANDARD_HA, replicaCount, highAvailability.",
  source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
  breaksBy: {
    "aws:elasticache/replicationGroup:ReplicationGroup": [
      "automaticFailoverEnabled",
      "globalReplicationGroupId",
      "multiAzEnabled",
    ],
    "aws:memorydb/cluster:Cluster": ["numReplicasPerShard"],
    "gcp:redis/instance:Instance": ["tier"],
    "gcp:redis/cluster:Cluster": ["replicaCount"],
    "gcp:memorystore/instance:Instance": ["replicaCount"],
    "azure-native:redisenterprise:RedisEnterprise": ["highAvailability"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>((group) =>
      group.at("globalReplicationGroupId").isSet
        ? []
        : [...must(group.at("automaticFailoverEnabled"), isTrue), ...must(group.at("multiAzEnabled"), isTrue)],
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster) =>
      mustIfSet(cluster.at("numReplicasPerShard"), isAtLeast(1, "replicas")),
    ),
    "gcp:redis/instance:Instance": check<gcp.redis.InstanceArgs>((instance) =>
      must(instance.at("tier"), isOneOf(["STANDARD_HA"])),
    ),
    "gcp:redis/cluster:Cluster": check<gcp.redis.ClusterArgs>((cluster) =>
      must(cluster.at("replicaCount"), isAtLeast(1, "replicas")),
    ),
    "gcp:memorystore/instance:Instance": check<gcp.memorystore.InstanceArgs>((instance) =>
      must(instance.at("replicaCount"), isAtLeast(1, "replicas")),
    ),
    "azure-native:redisenterprise:RedisEnterprise": check<azure.redisenterprise.RedisEnterpriseArgs>((cluster) =>
      // On unless somebody says no.
      mustIfSet(cluster.at("highAvailability"), isOneOf(["Enabled"])),
    ),
  },
};
