import type * as azure from "@pulumi/azure-native";
import { check, type Rule } from "../../core/rule";
import { closedNetwork } from "../../kinds/azure-network";

/** Vaults answer their own networks only. Amazon's and Google's stores of secrets have identities in the place of networks. */
export const rule: Rule = {
  id: "exposure-key-vault",
  title: "Key vaults answer known networks only.",
  severity: "high",
  frameworks: {
    "CIS Azure Foundations 6.0": ["8.3.7"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "A leaked token opens a vault from anywhere in the world where the network does not matter.",
  fix: 'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkAcls.defaultAction to "Deny".',
  source: "https://learn.microsoft.com/en-us/azure/key-vault/general/network-security",
  breaksBy: {
    "azure-native:keyvault:Vault": [
      "properties.networkAcls.defaultAction",
      "properties.networkAcls.ipRules[].value",
      "properties.publicNetworkAccess",
    ],
    "azure-native:keyvault:ManagedHsm": [
      "properties.networkAcls.defaultAction",
      "properties.networkAcls.ipRules[].value",
      "properties.publicNetworkAccess",
    ],
  },
  checks: {
    "azure-native:keyvault:Vault": check<azure.keyvault.VaultArgs>((vault) =>
      closedNetwork(
        vault.at("properties").at("publicNetworkAccess"),
        vault.at("properties").at("networkAcls").at("defaultAction"),
        vault
          .at("properties")
          .at("networkAcls")
          .at("ipRules")
          .items()
          .map((rule) => rule.at("value")),
      ),
    ),
    "azure-native:keyvault:ManagedHsm": check<azure.keyvault.ManagedHsmArgs>((hsm) =>
      closedNetwork(
        hsm.at("properties").at("publicNetworkAccess"),
        hsm.at("properties").at("networkAcls").at("defaultAction"),
        hsm
          .at("properties")
          .at("networkAcls")
          .at("ipRules")
          .items()
          .map((rule) => rule.at("value")),
      ),
    ),
  },
};
