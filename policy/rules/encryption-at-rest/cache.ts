import type * as aws from "@pulumi/aws";
import { isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { required } from "../../kinds/table";

/** Caches are encrypted at rest: what they write to disk for persistence, replication and snapshots. */
export const rule: Rule = {
  id: "encryption-at-rest-cache",
  title: "Caches are encrypted at rest.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
    GDPR: ["Art. 32"],
  },
  why: "Sessions and cached personal data are on disk in snapshots and during replication.",
  fix: "Encrypt it from the start: it can't be switched on later, a new one is filled from a snapshot.",
  source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
  breaksBy: {
    "aws:elasticache/replicationGroup:ReplicationGroup": ["atRestEncryptionEnabled", "globalReplicationGroupId"],
    "aws:elasticache/cluster:Cluster": ["engine", "replicationGroupId"],
    "aws:appsync/apiCache:ApiCache": ["atRestEncryptionEnabled"],
    "aws:dax/cluster:Cluster": ["serverSideEncryption.enabled"],
  },
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>((group) =>
      // A secondary of a global datastore is as encrypted as the primary.
      group.at("globalReplicationGroupId").isSet ? [] : must(group.at("atRestEncryptionEnabled"), isTrue),
    ),
    "aws:elasticache/cluster:Cluster": check<aws.elasticache.ClusterArgs>((cluster) =>
      cluster.at("engine").text() === "redis" && !cluster.at("replicationGroupId").isSet
        ? [
            {
              path: "engine",
              found: '"redis" on a single cluster, which has no encryption at rest',
              required: "a replication group with atRestEncryptionEnabled",
              fix: "Use aws.elasticache.ReplicationGroup; one node is enough.",
            },
          ]
        : [],
    ),
    ...required(isTrue, [["aws:appsync/apiCache:ApiCache", "atRestEncryptionEnabled"]]),
    "aws:dax/cluster:Cluster": check<aws.dax.ClusterArgs>((cluster) =>
      must(cluster.at("serverSideEncryption").at("enabled"), isTrue),
    ),
  },
};
