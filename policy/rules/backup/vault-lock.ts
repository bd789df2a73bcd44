import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isAtLeast, isOneOf, must, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting, everywhere } from "../../core/setting";
import { durationDays } from "../../kinds/duration";

const lockType = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

const minimumDays = countSetting("minimumDays", "Days in which no one can delete a backup.", everywhere(7));

const immutable = isOneOf(["Unlocked", "Locked"]);

/** Backups in a vault can't be deleted before their time. An unlocked lock holds too, until somebody opens it. */
export const rule: Rule = {
  id: "backup-vault-lock",
  title: "Backup vaults refuse to delete backups before their time.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13", "A.5.33"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "Who takes over an account deletes its backups first, and asks for a ransom then.",
  fix: "Lock the vault: a VaultLockConfiguration on AWS, immutabilitySettings on Azure, an enforced retention on Google Cloud.",
  source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
  breaksBy: {
    "aws:backup/vault:Vault": [],
    "gcp:backupdisasterrecovery/backupVault:BackupVault": ["backupMinimumEnforcedRetentionDuration"],
    "azure-native:recoveryservices:Vault": ["properties.securitySettings.immutabilitySettings.state"],
    "azure-native:dataprotection:BackupVault": ["properties.securitySettings.immutabilitySettings.state"],
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration": ["backupVaultName", "minRetentionDays"],
  },
  settings: [minimumDays],
  levels: { dev: "disabled", staging: "disabled" },
  companions: [lockType],
  checks: {
    "aws:backup/vault:Vault": check<aws.backup.VaultArgs>((_, context) => {
      const locks = context.companions<aws.backup.VaultLockConfigurationArgs>(lockType, "backupVaultName");
      if (locks.length === 0) {
        return [{ path: "name", found: "named by no VaultLockConfiguration", required: "a VaultLockConfiguration" }];
      }
      return mustOne(
        locks.map(({ properties }) => properties.at("minRetentionDays")),
        isAtLeast(context.get(minimumDays), "days"),
      );
    }),
    "gcp:backupdisasterrecovery/backupVault:BackupVault": check<gcp.backupdisasterrecovery.BackupVaultArgs>(
      (vault, context) => {
        const minimum = context.get(minimumDays);
        return must(vault.at("backupMinimumEnforcedRetentionDuration"), {
          words: `at least ${minimum} days, as "${minimum * 86_400}s"`,
          allows: (value) => (durationDays(value.text()) ?? -1) >= minimum,
        });
      },
    ),
    "azure-native:recoveryservices:Vault": check<azure.recoveryservices.VaultArgs>((vault) =>
      must(vault.at("properties").at("securitySettings").at("immutabilitySettings").at("state"), immutable),
    ),
    "azure-native:dataprotection:BackupVault": check<azure.dataprotection.BackupVaultArgs>((vault) =>
      must(vault.at("properties").at("securitySettings").at("immutabilitySettings").at("state"), immutable),
    ),
  },
};
