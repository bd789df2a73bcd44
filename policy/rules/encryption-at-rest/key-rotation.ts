import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Finding } from "../../core/finding";
import { isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting, everywhere } from "../../core/setting";

const maximumDays = countSetting("maximumDays", "Days after which a key of Google Cloud is a new one.", everywhere(90));

/** Keys that encrypt are rotated: what is written next year is not under the key of today. */
export const rule: Rule = {
  id: "encryption-at-rest-key-rotation",
  title: "Keys are rotated by themselves.",
  severity: "medium",
  frameworks: {
    "CIS AWS Foundations 7.0": ["4.6"],
    "CIS GCP Foundation 5.0": ["1.11"],
    "CIS Azure Foundations 6.0": ["8.3.9"],
    "PCI DSS 4.0": ["3.7.4"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
  },
  why: "A key that leaks opens everything that was ever written under it.",
  fix: "Set enableKeyRotation: true; on Google Cloud a rotationPeriod, on Azure a rotationPolicy that rotates.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  breaksBy: {
    "aws:kms/key:Key": ["customKeyStoreId", "customerMasterKeySpec", "enableKeyRotation"],
    "gcp:kms/cryptoKey:CryptoKey": ["importOnly", "purpose", "rotationPeriod"],
    "azure-native:keyvault:Key": ["properties.rotationPolicy.lifetimeActions[].action.type"],
  },
  settings: [maximumDays],
  remedies: { "aws:kms/key:Key": { enableKeyRotation: true } },
  checks: {
    "aws:kms/key:Key": check<aws.kms.KeyArgs>((key) => {
      const spec = key.at("customerMasterKeySpec");
      // Keys of pairs, and those whose material is one's own, are not rotated by KMS.
      const symmetric = !spec.isSet || spec.text() === "SYMMETRIC_DEFAULT";
      if (!spec.known || !symmetric || key.at("customKeyStoreId").isSet) return [];
      return must(key.at("enableKeyRotation"), isTrue);
    }),
    "gcp:kms/cryptoKey:CryptoKey": check<gcp.kms.CryptoKeyArgs>((key, context): Finding[] => {
      const purpose = key.at("purpose");
      if (!purpose.known || (purpose.isSet && purpose.text() !== "ENCRYPT_DECRYPT")) return [];
      if (key.at("importOnly").mayBe(true)) return [];
      const most = context.get(maximumDays);
      return must(key.at("rotationPeriod"), {
        words: `at most ${most} days, in seconds`,
        allows: (value) => {
          const [, seconds] = /^(\d+)(?:\.\d+)?s$/.exec(value.text() ?? "") ?? [];
          return seconds !== undefined && Number(seconds) > 0 && Number(seconds) <= most * 24 * 60 * 60;
        },
      });
    }),
    "azure-native:keyvault:Key": check<azure.keyvault.KeyArgs>((key) => {
      const actions = key.at("properties").at("rotationPolicy").at("lifetimeActions");
      if (!actions.known) return [];
      const types = actions.items().map((one) => one.at("action").at("type"));
      return types.some((type) => !type.known || /^rotate$/i.test(type.text() ?? ""))
        ? []
        : [{ path: actions.path, found: actions.shown(), required: "an action that rotates" }];
    }),
  },
};
