import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const mend =
  'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkRuleSet.defaultAction to "Deny".';
const required = '"Disabled", or "Deny" for networks that are not named';
const open = { publicNetworkAccess: "Enabled", networkRuleSet: { defaultAction: "Allow" } };
const everybody = `publicNetworkAccess is "Enabled", and networkRuleSet.defaultAction "Allow"; required: ${required}. ${mend}`;

function account(properties: object): StackFixtureResource {
  return { name: "account", type: "azure-native:storage:StorageAccount", properties: { ...properties } };
}

/** What Front Door asks for what is in the account, where its host name was made of the account's. */
const origin: StackFixtureResource = {
  name: "origin",
  type: "azure-native:cdn:AFDOrigin",
  properties: { hostName: "shop.blob.core.windows.net" },
  uses: { hostName: "account" },
};

export const fixtures: StackFixtures = {
  stacks: [
    { name: "no public address", resources: [account({ publicNetworkAccess: "Disabled" })], messages: {} },
    { name: "in a perimeter", resources: [account({ publicNetworkAccess: "SecuredByPerimeter" })], messages: {} },
    { name: "named networks", resources: [account({ networkRuleSet: { defaultAction: "Deny" } })], messages: {} },
    {
      name: "served by Front Door, to identities only",
      resources: [account({ ...open, allowSharedKeyAccess: false }), origin],
      messages: {},
    },
    {
      name: "nothing said",
      resources: [account({ kind: "StorageV2" })],
      messages: {
        account: [
          `publicNetworkAccess is not set, and networkRuleSet.defaultAction not set; required: ${required}. ${mend}`,
        ],
      },
    },
    { name: "everybody", resources: [account(open)], messages: { account: [everybody] } },
    {
      name: "to identities only, and served by nobody",
      resources: [account({ ...open, allowSharedKeyAccess: false })],
      messages: { account: [everybody] },
    },
    {
      name: "served by Front Door, with keys",
      resources: [account({ ...open, allowSharedKeyAccess: true }), origin],
      messages: { account: [everybody] },
    },
    {
      name: "served by Front Door, with keys by default",
      resources: [account(open), origin],
      messages: { account: [everybody] },
    },
  ],
};
