import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix =
  'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkRuleSet.defaultAction to "Deny". ' +
  "An account that Front Door serves may stay open where its origin group has authentication, and the account no keys, " +
  "no public blobs, no SFTP and no static website.";
const required = '"Disabled", or "Deny" for networks that are not named';
const open = { publicNetworkAccess: "Enabled", networkRuleSet: { defaultAction: "Allow" } };
const everybody = `publicNetworkAccess is "Enabled", and networkRuleSet.defaultAction "Allow"; required: ${required}. ${fix}`;

function account(properties: object): StackFixtureResource {
  return { name: "account", type: "azure-native:storage:StorageAccount", properties: { ...properties } };
}

/** What Front Door asks for what is in the account, where its host name was made of the account's. */
function origin(properties: object = {}): StackFixtureResource {
  return {
    name: "origin",
    type: "azure-native:cdn:AFDOrigin",
    properties: { hostName: "shop.blob.core.windows.net", originGroupName: "bucket", ...properties },
    uses: { hostName: "account" },
  };
}

/** The group of that origin, which reads as the profile's identity. */
function group(properties: object = { authentication: { type: "SystemAssignedIdentity" } }): StackFixtureResource {
  return {
    name: "group",
    type: "azure-native:cdn:AFDOriginGroup",
    properties: { originGroupName: "bucket", ...properties },
  };
}

const website: StackFixtureResource = {
  name: "website",
  type: "azure-native:storage:StorageAccountStaticWebsite",
  properties: { accountName: "shop", indexDocument: "index.html" },
  uses: { accountName: "account" },
};

/** An open account that takes no keys. */
const withoutKeys = { ...open, allowSharedKeyAccess: false };

export const fixtures: StackFixtures = {
  stacks: [
    { name: "no public address", resources: [account({ publicNetworkAccess: "Disabled" })], messages: {} },
    { name: "in a perimeter", resources: [account({ publicNetworkAccess: "SecuredByPerimeter" })], messages: {} },
    { name: "named networks", resources: [account({ networkRuleSet: { defaultAction: "Deny" } })], messages: {} },
    {
      name: "read by Front Door as an identity",
      resources: [account(withoutKeys), origin(), group()],
      messages: {},
    },
    {
      name: "read by Front Door as an identity, by what the resources have become",
      resources: [
        account(withoutKeys),
        origin({ sharedPrivateLinkResource: {} }),
        {
          ...group(),
          properties: { name: "bucket", authentication: { type: "UserAssignedIdentity" } },
        },
      ],
      messages: {},
    },
    {
      name: "read by Front Door as an identity, by an origin beside one over a private link",
      resources: [
        account({ ...withoutKeys, isSftpEnabled: false, allowBlobPublicAccess: false }),
        { ...origin({ sharedPrivateLinkResource: { privateLink: { id: "/subscriptions/1/shop" } } }), name: "linked" },
        origin({ enabledState: "Enabled" }),
        { ...group(), name: "other", properties: { originGroupName: "other" } },
        group(),
      ],
      messages: {},
      harmless: {
        "linked.sharedPrivateLinkResource.privateLink.id": "the other origin needs the public address anyhow",
      },
    },
    {
      name: "a denial that names everybody",
      resources: [
        account({
          networkRuleSet: {
            defaultAction: "Deny",
            ipRules: [{ iPAddressOrRange: "192.0.2.0/24" }, { iPAddressOrRange: "0.0.0.0/0" }],
          },
        }),
      ],
      messages: {
        account: [
          `networkRuleSet.ipRules[1].iPAddressOrRange is "0.0.0.0/0"; required: addresses that you know. ${fix}`,
        ],
      },
    },
    {
      name: "nothing said",
      resources: [account({ kind: "StorageV2" })],
      messages: {
        account: [
          `publicNetworkAccess is not set, and networkRuleSet.defaultAction not set; required: ${required}. ${fix}`,
        ],
      },
    },
    { name: "everybody", resources: [account(open)], messages: { account: [everybody] } },
    {
      name: "no keys, and not served by Front Door",
      resources: [account(withoutKeys), group()],
      messages: { account: [everybody] },
    },
    {
      name: "keys",
      resources: [account({ ...open, allowSharedKeyAccess: true }), origin(), group()],
      messages: { account: [everybody] },
    },
    {
      name: "keys by default",
      resources: [account(open), origin(), group()],
      messages: { account: [everybody] },
    },
    {
      name: "public blobs",
      resources: [account({ ...withoutKeys, allowBlobPublicAccess: true }), origin(), group()],
      messages: { account: [everybody] },
    },
    {
      name: "SFTP, which takes passwords",
      resources: [account({ ...withoutKeys, isSftpEnabled: true }), origin(), group()],
      messages: { account: [everybody] },
    },
    {
      name: "a static website, which everybody reads",
      resources: [account(withoutKeys), origin(), group(), website],
      messages: { account: [everybody] },
    },
    {
      name: "an origin group that does not sign in",
      resources: [account(withoutKeys), origin(), group({})],
      messages: { account: [everybody] },
    },
    {
      name: "an origin group whose sign-in is empty",
      resources: [account(withoutKeys), origin(), group({ authentication: {} })],
      messages: { account: [everybody] },
    },
    {
      name: "another origin group signs in",
      resources: [account(withoutKeys), origin({ originGroupName: "other" }), group()],
      messages: { account: [everybody] },
    },
    {
      name: "an origin over a private link, which needs no public address",
      resources: [
        account(withoutKeys),
        origin({ sharedPrivateLinkResource: { privateLink: { id: "/subscriptions/1/shop" } } }),
        group(),
      ],
      messages: { account: [everybody] },
    },
    {
      name: "an origin that is switched off",
      resources: [account(withoutKeys), origin({ enabledState: "Disabled" }), group()],
      messages: { account: [everybody] },
    },
  ],
};
