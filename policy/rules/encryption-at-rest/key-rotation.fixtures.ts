import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set enableKeyRotation: true; on Google Cloud a rotationPeriod, on Azure a rotationPolicy that rotates.";
const kms = "aws:kms/key:Key";
const crypto = "gcp:kms/cryptoKey:CryptoKey";
const vault = "azure-native:keyvault:Key";
const acting = (type: string) => ({ properties: { rotationPolicy: { lifetimeActions: [{ action: { type } }] } } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "rotated", type: kms, properties: { enableKeyRotation: true } },
    {
      name: "of a pair",
      type: kms,
      properties: { customerMasterKeySpec: "RSA_4096" },
    },
    { name: "in a store of one's own", type: kms, properties: { customKeyStoreId: "cks-1" } },
    {
      name: "every 90 days",
      type: crypto,
      properties: { purpose: "ENCRYPT_DECRYPT", rotationPeriod: "7776000s" },
      harmless: { purpose: "Keys for other purposes are not rotated." },
    },
    {
      name: "for signatures",
      type: crypto,
      properties: { purpose: "ASYMMETRIC_SIGN" },
    },
    { name: "imported", type: crypto, properties: { importOnly: true } },
    {
      name: "every year, where that is enough",
      type: crypto,
      properties: { rotationPeriod: "31536000s" },
      settings: { maximumDays: 365 },
    },
    { name: "rotated", type: vault, properties: acting("rotate") },
  ],
  fails: [
    {
      name: "as it comes",
      type: kms,
      properties: {},
      messages: [`enableKeyRotation is not set; required: true. ${fix}`],
    },
    {
      name: "as it comes",
      type: crypto,
      properties: {},
      messages: [`rotationPeriod is not set; required: at most 90 days, in seconds. ${fix}`],
    },
    {
      name: "every year",
      type: crypto,
      properties: { rotationPeriod: "31536000s" },
      messages: [`rotationPeriod is "31536000s"; required: at most 90 days, in seconds. ${fix}`],
    },
    {
      name: "with a letter only",
      type: vault,
      properties: acting("notify"),
      messages: [`properties.rotationPolicy.lifetimeActions is [an object]; required: an action that rotates. ${fix}`],
    },
  ],
};
