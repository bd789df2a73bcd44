import type * as azure from "@pulumi/azure-native";
import { isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Key vaults grant by roles: who may what is then seen and reviewed in one place. */
export const rule: Rule = {
  id: "identity-key-vault-rbac",
  title: "Key vaults grant access by roles.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.5.15"], "SOC 2": ["CC6.3"], "PCI DSS 4.0": ["7.2.1"] },
  why: "Access policies of a vault grant all of its secrets at once, and whoever may edit the vault may grant them to himself.",
  fix: "Set properties.enableRbacAuthorization: true, and assign roles for single secrets.",
  source: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
  breaksBy: {
    "azure-native:keyvault:Vault": ["properties.enableRbacAuthorization"],
  },
  checks: {
    "azure-native:keyvault:Vault": check<azure.keyvault.VaultArgs>((vault) =>
      must(vault.at("properties").at("enableRbacAuthorization"), isTrue),
    ),
  },
};
