import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import { isAtLeast, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting, everywhere } from "../../core/setting";

const minimumDays = countSetting("minimumDays", "Days in which a deleted secret can be had back.", everywhere(7));

/**
 * Deleted secrets can be had back. AWS keeps them for 30 days, Azure for 90, where nothing is said; Google Cloud and
 * Kubernetes delete a secret at once.
 */
export const rule: Rule = {
  id: "data-safety-secret-recovery",
  title: "Deleted secrets can be had back for some days.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.5.33"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "A credential that nobody has elsewhere, a partner's or a signing key, is gone with its secret.",
  fix: "Leave the recovery window as it is by default, or set at least that many days.",
  source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
  breaksBy: {
    "aws:secretsmanager/secret:Secret": ["recoveryWindowInDays"],
    "azure-native:keyvault:Vault": ["properties.softDeleteRetentionInDays"],
    "azure-native:keyvault:ManagedHsm": ["properties.softDeleteRetentionInDays"],
  },
  settings: [minimumDays],
  checks: {
    "aws:secretsmanager/secret:Secret": check<aws.secretsmanager.SecretArgs>((secret, context) =>
      mustIfSet(secret.at("recoveryWindowInDays"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "azure-native:keyvault:Vault": check<azure.keyvault.VaultArgs>((vault, context) =>
      mustIfSet(vault.at("properties").at("softDeleteRetentionInDays"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "azure-native:keyvault:ManagedHsm": check<azure.keyvault.ManagedHsmArgs>((hsm, context) =>
      mustIfSet(hsm.at("properties").at("softDeleteRetentionInDays"), isAtLeast(context.get(minimumDays), "days")),
    ),
  },
};
