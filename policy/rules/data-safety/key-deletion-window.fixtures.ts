import type { ResourceFixtures } from "../../core/fixture";

const fix = "Raise the waiting period; AWS has at most 30 days.";
const purge = "Set enablePurgeProtection: what is deleted in the vault can't be purged before its time.";
const keys = ["aws:kms/key:Key", "aws:kms/externalKey:ExternalKey", "aws:kms/replicaKey:ReplicaKey"];
const google = "gcp:kms/cryptoKey:CryptoKey";
const vaults = ["azure-native:keyvault:Vault", "azure-native:keyvault:ManagedHsm"];

/** Judged as production: 30 days. */
export const fixtures: ResourceFixtures = {
  passes: [
    ...keys.flatMap((type) => [
      { name: "the default", type, properties: {} },
      { name: "30 days", type, properties: { deletionWindowInDays: 30 } },
    ]),
    { name: "the default", type: google, properties: {} },
    { name: "30 days", type: google, properties: { destroyScheduledDuration: "2592000s" } },
    ...vaults.map((type) => ({ name: "held", type, properties: { properties: { enablePurgeProtection: true } } })),
  ],
  fails: [
    ...keys.map((type) => ({
      name: "a week",
      type,
      properties: { deletionWindowInDays: 7 },
      messages: [`deletionWindowInDays is 7; required: at least 30 days. ${fix}`],
    })),
    {
      name: "a day",
      type: google,
      properties: { destroyScheduledDuration: "86400s" },
      messages: [`destroyScheduledDuration is "86400s"; required: at least 30 days, as "2592000s". ${fix}`],
    },
    ...vaults.map((type) => ({
      name: "says nothing",
      type,
      properties: { properties: {} },
      messages: [`properties.enablePurgeProtection is not set; required: true. ${purge}`],
    })),
  ],
};
