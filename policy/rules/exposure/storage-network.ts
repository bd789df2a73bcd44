import type * as azure from "@pulumi/azure-native";
import { check, type Rule } from "../../core/rule";
import { closedNetwork } from "../../kinds/azure-network";

const origin = "azure-native:cdn:AFDOrigin";

/**
 * Storage accounts answer known networks only: their keys and signed addresses work for whoever has them. Amazon's and
 * Google's requests are signed by identities. So are those to an account without keys: it may have a public address where
 * Front Door serves it, which can't read as an identity over a private link.
 */
export const rule: Rule = {
  id: "exposure-storage-network",
  title: "Storage accounts answer known networks only.",
  severity: "high",
  frameworks: {
    "CIS Azure Foundations 6.0": ["9.3.2.2", "9.3.2.3"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "A leaked key or signed address reads the account from anywhere in the world.",
  mend: 'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkRuleSet.defaultAction to "Deny".',
  source: "https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security",
  companions: [origin],
  checks: {
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account, context) => {
      const served = context.companions<azure.cdn.AFDOriginArgs>(origin, "hostName").length > 0;
      if (served && account.at("allowSharedKeyAccess").mayBe(false)) return [];
      return closedNetwork(account.at("publicNetworkAccess"), account.at("networkRuleSet").at("defaultAction"));
    }),
  },
};
