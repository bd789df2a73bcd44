import type * as aws from "@pulumi/aws";
import { isSet, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Vaults of backups have a key of their own: who may read the data may not thereby read its backups. */
export const rule: Rule = {
  id: "encryption-at-rest-backup-vault",
  title: "Vaults of backups have a key of their own.",
  severity: "medium",
  frameworks: { "PCI DSS 4.0": ["3.6.1"], "ISO 27001:2022": ["A.8.13", "A.8.24"], "SOC 2": ["CC6.1"] },
  why: "Under the account's default key every administrator of the account reads every backup, and no copy to another account can be opened.",
  fix: "Set kmsKeyArn.",
  source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
  breaksBy: {
    "aws:backup/vault:Vault": ["kmsKeyArn"],
  },
  checks: {
    "aws:backup/vault:Vault": check<aws.backup.VaultArgs>((vault) => must(vault.at("kmsKeyArn"), isSet)),
  },
};
