import type * as azure from "@pulumi/azure-native";
import type { Unwrap } from "@pulumi/pulumi";
import type { Context } from "../../core/context";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { closedNetwork } from "../../kinds/azure-network";

const origin = "azure-native:cdn:AFDOrigin";
const originGroup = "azure-native:cdn:AFDOriginGroup";
const website = "azure-native:storage:StorageAccountStaticWebsite";
const identities = ["SystemAssignedIdentity", "UserAssignedIdentity"];

/**
 * Storage accounts answer known networks only: their keys and signed addresses work for whoever has them. Amazon's and
 * Google's requests are signed by identities. One exception: an account that takes identities only may have a public
 * address where Front Door reads it as one, as Front Door can't do so over a private link (docs/adr/0018).
 */
export const rule: Rule = {
  id: "exposure-storage-network",
  title: "Storage accounts answer known networks only, or Front Door as an identity.",
  severity: "high",
  frameworks: {
    "CIS Azure Foundations 6.0": ["9.3.2.2", "9.3.2.3"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "A leaked key or signed address reads the account from anywhere in the world.",
  fix:
    'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkRuleSet.defaultAction to "Deny". ' +
    "An account that Front Door serves may stay open where its origin group has authentication, and the account no keys, " +
    "no public blobs, no SFTP and no static website.",
  source: "https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security",
  breaksBy: {
    "azure-native:storage:StorageAccount": [
      "allowBlobPublicAccess",
      "allowSharedKeyAccess",
      "isSftpEnabled",
      "networkRuleSet.defaultAction",
      "networkRuleSet.ipRules[].iPAddressOrRange",
      "publicNetworkAccess",
    ],
    "azure-native:cdn:AFDOrigin": [
      "enabledState",
      "hostName",
      "originGroupName",
      "sharedPrivateLinkResource.privateLink.id",
    ],
    "azure-native:cdn:AFDOriginGroup": ["authentication.type", "name", "originGroupName"],
    "azure-native:storage:StorageAccountStaticWebsite": ["accountName"],
  },
  companions: [origin, originGroup, website],
  checks: {
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account, context) =>
      takesIdentitiesOnly(account, context) && isReadAsIdentity(context)
        ? []
        : closedNetwork(
            account.at("publicNetworkAccess"),
            account.at("networkRuleSet").at("defaultAction"),
            account
              .at("networkRuleSet")
              .at("ipRules")
              .items()
              .map((rule) => rule.at("iPAddressOrRange")),
          ),
    ),
  },
};

/** Whether nothing is read without a token: by no key, anonymous request, password of SFTP, or page of a static website. */
function takesIdentitiesOnly(account: View<Unwrap<azure.storage.StorageAccountArgs>>, context: Context): boolean {
  return (
    account.at("allowSharedKeyAccess").mayBe(false) &&
    account.at("allowBlobPublicAccess").boolean() !== true &&
    account.at("isSftpEnabled").boolean() !== true &&
    context.companions<azure.storage.StorageAccountStaticWebsiteArgs>(website, "accountName").length === 0
  );
}

/**
 * Whether an origin in use needs the public address: over no private link, in a group that signs in. A stack is judged by
 * what its resources have become: there a group's name is `name`, and what was not set may be an empty object.
 */
function isReadAsIdentity(context: Context): boolean {
  const groups = context
    .all<azure.cdn.AFDOriginGroupArgs & { name: string }>(originGroup)
    .filter(({ properties }) => identities.some((type) => properties.at("authentication").at("type").mayBe(type)));
  return context.companions<azure.cdn.AFDOriginArgs>(origin, "hostName").some(({ properties }) => {
    const link = properties.at("sharedPrivateLinkResource").at("privateLink").at("id");
    const state = properties.at("enabledState");
    if ((link.known && link.isSet) || (state.isSet && !state.mayBe("Enabled"))) return false;
    return groups.some(({ properties: group }) => {
      const name = group.at("originGroupName").text() ?? group.at("name").text();
      return name === undefined || properties.at("originGroupName").mayBe(name);
    });
  });
}
