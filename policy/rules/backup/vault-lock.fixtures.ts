import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix =
  "Lock the vault: a VaultLockConfiguration on AWS, immutabilitySettings on Azure, an enforced retention on Google Cloud.";
const azure = ["azure-native:recoveryservices:Vault", "azure-native:dataprotection:BackupVault"];

const vault: StackFixtureResource = { name: "vault", type: "aws:backup/vault:Vault", properties: { name: "shop" } };

function lock(minRetentionDays: number): StackFixtureResource {
  return {
    name: "lock",
    type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    properties: { backupVaultName: "shop", minRetentionDays },
  };
}

function google(backupMinimumEnforcedRetentionDuration: string): StackFixtureResource {
  return {
    name: "vault",
    type: "gcp:backupdisasterrecovery/backupVault:BackupVault",
    properties: { backupMinimumEnforcedRetentionDuration },
  };
}

function azureVault(type: string, state: string): StackFixtureResource {
  return { name: "vault", type, properties: { properties: { securitySettings: { immutabilitySettings: { state } } } } };
}

const path = "properties.securitySettings.immutabilitySettings.state";

/** Judged as production: 7 days. */
export const fixtures: StackFixtures = {
  stacks: [
    { name: "AWS", resources: [vault, lock(30)], messages: {} },
    { name: "Google Cloud", resources: [google("604800s")], messages: {} },
    ...azure.map((type) => ({ name: type, resources: [azureVault(type, "Locked")], messages: {} })),
    {
      name: "AWS without a lock",
      resources: [vault],
      messages: {
        vault: [`name is named by no VaultLockConfiguration; required: a VaultLockConfiguration. ${fix}`],
      },
    },
    {
      name: "AWS for a day",
      resources: [vault, lock(1)],
      messages: { vault: [`minRetentionDays is 1; required: at least 7 days. ${fix}`] },
    },
    {
      name: "Google Cloud for a day",
      resources: [google("86400s")],
      messages: {
        vault: [`backupMinimumEnforcedRetentionDuration is "86400s"; required: at least 7 days, as "604800s". ${fix}`],
      },
    },
    ...azure.map((type) => ({
      name: `${type} that is open`,
      resources: [azureVault(type, "Disabled")],
      messages: { vault: [`${path} is "Disabled"; required: one of Unlocked, Locked. ${fix}`] },
    })),
  ],
};
