import type { ResourceFixtures } from "../../core/fixture";

const fix = "Leave the recovery window as it is by default, or set at least that many days.";
const secret = "aws:secretsmanager/secret:Secret";
const vaults = ["azure-native:keyvault:Vault", "azure-native:keyvault:ManagedHsm"];

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "the default", type: secret, properties: {} },
    { name: "a month", type: secret, properties: { recoveryWindowInDays: 30 } },
    ...vaults.flatMap((type) => [
      { name: "the default", type, properties: { properties: {} } },
      { name: "a week", type, properties: { properties: { softDeleteRetentionInDays: 7 } } },
    ]),
  ],
  fails: [
    {
      name: "gone at once",
      type: secret,
      properties: { recoveryWindowInDays: 0 },
      messages: [`recoveryWindowInDays is 0; required: at least 7 days. ${fix}`],
    },
    ...vaults.map((type) => ({
      name: "a month is asked for",
      type,
      properties: { properties: { softDeleteRetentionInDays: 7 } },
      settings: { minimumDays: 30 },
      messages: [`properties.softDeleteRetentionInDays is 7; required: at least 30 days. ${fix}`],
    })),
  ],
};
