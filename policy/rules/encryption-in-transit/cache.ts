import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isFalse, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { required, requiredIfSet } from "../../kinds/table";

/** Caches take TLS connections only. */
export const rule: Rule = {
  id: "encryption-in-transit-cache",
  title: "Caches take TLS connections only.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
    GDPR: ["Art. 32"],
  },
  why: "The password and everything cached crosses the network in clear text.",
  fix: 'Switch TLS on and require it; go through the mode "preferred" while clients change over.',
  source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
  breaksBy: {
    "aws:elasticache/replicationGroup:ReplicationGroup": [
      "globalReplicationGroupId",
      "transitEncryptionEnabled",
      "transitEncryptionMode",
    ],
    "aws:elasticache/cluster:Cluster": ["replicationGroupId", "transitEncryptionEnabled"],
    "aws:memorydb/cluster:Cluster": ["tlsEnabled"],
    "aws:memorydb/multiRegionCluster:MultiRegionCluster": ["tlsEnabled"],
    "gcp:redis/instance:Instance": ["transitEncryptionMode"],
    "gcp:memorystore/instance:Instance": ["transitEncryptionMode"],
    "gcp:redis/cluster:Cluster": ["transitEncryptionMode"],
    "aws:appsync/apiCache:ApiCache": ["transitEncryptionEnabled"],
    "azure-native:redis:Redis": ["enableNonSslPort"],
    "azure-native:redisenterprise:Database": ["clientProtocol"],
    "aws:dax/cluster:Cluster": ["clusterEndpointEncryptionType"],
  },
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>((group) =>
      group.at("globalReplicationGroupId").isSet
        ? []
        : [
            ...must(group.at("transitEncryptionEnabled"), isTrue),
            ...mustIfSet(group.at("transitEncryptionMode"), isOneOf(["required"])),
          ],
    ),
    "aws:elasticache/cluster:Cluster": check<aws.elasticache.ClusterArgs>((cluster) =>
      cluster.at("replicationGroupId").isSet ? [] : must(cluster.at("transitEncryptionEnabled"), isTrue),
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster) =>
      mustIfSet(cluster.at("tlsEnabled"), isTrue),
    ),
    "gcp:redis/instance:Instance": check<gcp.redis.InstanceArgs>((instance) =>
      must(instance.at("transitEncryptionMode"), isOneOf(["SERVER_AUTHENTICATION"])),
    ),
    "gcp:memorystore/instance:Instance": check<gcp.memorystore.InstanceArgs>((instance) =>
      must(instance.at("transitEncryptionMode"), isOneOf(["SERVER_AUTHENTICATION"])),
    ),
    ...required(isTrue, [["aws:appsync/apiCache:ApiCache", "transitEncryptionEnabled"]]),
    ...requiredIfSet(isTrue, [["aws:memorydb/multiRegionCluster:MultiRegionCluster", "tlsEnabled"]]),
    ...required(isOneOf(["TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"]), [
      ["gcp:redis/cluster:Cluster", "transitEncryptionMode"],
    ]),
    // Both of Azure's take TLS only unless they say otherwise.
    "azure-native:redis:Redis": check<azure.redis.RedisArgs>((cache) =>
      mustIfSet(cache.at("enableNonSslPort"), isFalse),
    ),
    "azure-native:redisenterprise:Database": check<azure.redisenterprise.DatabaseArgs>((database) =>
      mustIfSet(database.at("clientProtocol"), isOneOf(["Encrypted"])),
    ),
    "aws:dax/cluster:Cluster": check<aws.dax.ClusterArgs>((cluster) =>
      must(cluster.at("clusterEndpointEncryptionType"), isOneOf(["TLS"])),
    ),
  },
};
