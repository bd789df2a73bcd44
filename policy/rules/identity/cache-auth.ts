import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isSet, isTrue, must, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Caches ask who calls. Azure's have access keys or Entra ID always. */
export const rule: Rule = {
  id: "identity-cache-auth",
  title: "Caches ask their clients for a password.",
  severity: "high",
  frameworks: { "ISO 27001:2022": ["A.8.5"], "SOC 2": ["CC6.1"], "PCI DSS 4.0": ["8.3.2"] },
  why: "Whoever reaches the network reads every session, and changes it.",
  fix: "Set an authToken or a user group; on Google Cloud authEnabled: true.",
  source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
  breaksBy: {
    "aws:elasticache/replicationGroup:ReplicationGroup": ["authToken", "globalReplicationGroupId", "userGroupIds"],
    "aws:elasticache/serverlessCache:ServerlessCache": ["engine", "userGroupId"],
    "aws:memorydb/cluster:Cluster": ["aclName"],
    "gcp:redis/instance:Instance": ["authEnabled"],
    "gcp:redis/cluster:Cluster": ["aclPolicy", "authorizationMode"],
    "gcp:memorystore/instance:Instance": ["authorizationMode"],
  },
  checks: {
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>((group) => {
      if (group.at("globalReplicationGroupId").isSet) return [];
      const users = group.at("userGroupIds");
      const token = group.at("authToken");
      if (!token.known || !users.known || users.items().length > 0 || token.text() !== undefined) return [];
      // The token itself is a secret: never shown.
      return [{ path: "authToken", found: "not set", required: "a token, or userGroupIds" }];
    }),
    "aws:elasticache/serverlessCache:ServerlessCache": check<aws.elasticache.ServerlessCacheArgs>((cache) =>
      // Memcached has no users.
      cache.at("engine").mayBe("memcached") ? [] : must(cache.at("userGroupId"), isSet),
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster) =>
      // An ACL that lets everybody in is there in every account.
      cluster.at("aclName").text() === "open-access"
        ? [{ path: "aclName", found: '"open-access"', required: "an ACL of your own" }]
        : mustOne([cluster.at("aclName")], isSet),
    ),
    "gcp:redis/instance:Instance": check<gcp.redis.InstanceArgs>((instance) =>
      must(instance.at("authEnabled"), isTrue),
    ),
    "gcp:redis/cluster:Cluster": check<gcp.redis.ClusterArgs>((cluster) =>
      // Users of its own, by a policy of access, are the other way.
      cluster.at("aclPolicy").isSet ? [] : must(cluster.at("authorizationMode"), isOneOf(["AUTH_MODE_IAM_AUTH"])),
    ),
    "gcp:memorystore/instance:Instance": check<gcp.memorystore.InstanceArgs>((instance) =>
      must(instance.at("authorizationMode"), isOneOf(["IAM_AUTH"])),
    ),
  },
};
