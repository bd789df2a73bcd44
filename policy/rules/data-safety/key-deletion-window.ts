import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isAtLeast, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";
import { durationDays } from "../../kinds/duration";

const minimumDays = countSetting("minimumDays", "Days in which a key that is deleted can be had back.", {
  dev: 7,
  staging: 7,
  prod: 30,
});

const purge = "Set enablePurgeProtection: what is deleted in the vault can't be purged before its time.";

/** A deleted key can be had back. AWS and Google Cloud wait 30 days where nothing is said. */
export const rule: Rule = {
  id: "data-safety-key-deletion-window",
  title: "Deleted keys can be had back for some time.",
  severity: "high",
  frameworks: {
    "CIS Azure Foundations 6.0": ["8.3.5"],
    "ISO 27001:2022": ["A.8.24"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "What is encrypted with a key is lost with it: deleting a key deletes every database and bucket under it.",
  fix: "Raise the waiting period; AWS has at most 30 days.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  breaksBy: {
    "aws:kms/key:Key": ["deletionWindowInDays"],
    "aws:kms/externalKey:ExternalKey": ["deletionWindowInDays"],
    "aws:kms/replicaKey:ReplicaKey": ["deletionWindowInDays"],
    "gcp:kms/cryptoKey:CryptoKey": ["destroyScheduledDuration"],
    "azure-native:keyvault:Vault": ["properties.enablePurgeProtection"],
    "azure-native:keyvault:ManagedHsm": ["properties.enablePurgeProtection"],
  },
  settings: [minimumDays],
  // A vault with purge protection keeps its name for months, which hinders who makes a stack anew every day.
  levels: { dev: "advisory" },
  checks: {
    "aws:kms/key:Key": check<aws.kms.KeyArgs>((key, context) =>
      mustIfSet(key.at("deletionWindowInDays"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "aws:kms/externalKey:ExternalKey": check<aws.kms.ExternalKeyArgs>((key, context) =>
      mustIfSet(key.at("deletionWindowInDays"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "aws:kms/replicaKey:ReplicaKey": check<aws.kms.ReplicaKeyArgs>((key, context) =>
      mustIfSet(key.at("deletionWindowInDays"), isAtLeast(context.get(minimumDays), "days")),
    ),
    "gcp:kms/cryptoKey:CryptoKey": check<gcp.kms.CryptoKeyArgs>((key, context) => {
      const minimum = context.get(minimumDays);
      return mustIfSet(key.at("destroyScheduledDuration"), {
        words: `at least ${minimum} days, as "${minimum * 86_400}s"`,
        allows: (value) => (durationDays(value.text()) ?? -1) >= minimum,
      });
    }),
    // Off where nothing is said: whoever may delete may purge.
    "azure-native:keyvault:Vault": check<azure.keyvault.VaultArgs>((vault) =>
      must(vault.at("properties").at("enablePurgeProtection"), isTrue, purge),
    ),
    "azure-native:keyvault:ManagedHsm": check<azure.keyvault.ManagedHsmArgs>((hsm) =>
      must(hsm.at("properties").at("enablePurgeProtection"), isTrue, purge),
    ),
  },
};
