import type * as azure from "@pulumi/azure-native";
import { isOneOf, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/**
 * Caches have no public address. ElastiCache, MemoryDB and Google's Memorystore have none at all; Azure's have one unless
 * it is said.
 */
export const rule: Rule = {
  id: "exposure-cache",
  title: "Caches have no public address.",
  severity: "critical",
  frameworks: {
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "Whoever reaches a cache and knows its key reads sessions and puts his own into it.",
  fix: 'Set publicNetworkAccess to "Disabled", and connect by a private endpoint.',
  source: "https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-private-link",
  breaksBy: {
    "azure-native:redis:Redis": ["publicNetworkAccess", "subnetId"],
    "azure-native:redisenterprise:RedisEnterprise": ["publicNetworkAccess"],
  },
  checks: {
    // A premium cache that was put into a subnet is reached from its network only.
    "azure-native:redis:Redis": check<azure.redis.RedisArgs>((cache) =>
      cache.at("subnetId").isSet && cache.at("subnetId").text() !== ""
        ? []
        : must(cache.at("publicNetworkAccess"), isOneOf(["Disabled"])),
    ),
    "azure-native:redisenterprise:RedisEnterprise": check<azure.redisenterprise.RedisEnterpriseArgs>((cluster) =>
      must(cluster.at("publicNetworkAccess"), isOneOf(["Disabled"])),
    ),
  },
};
