import type * as azure from "@pulumi/azure-native";
import { isFalse, isNotTrue, isTrue, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Azure's services know who calls, by Entra ID: no shared key, no account of their own. */
export const rule: Rule = {
  id: "identity-local-accounts",
  title: "Azure's services take no shared keys and no accounts of their own.",
  severity: "medium",
  frameworks: {
    "CIS Azure Foundations 6.0": ["9.3.1.3"],
    "ISO 27001:2022": ["A.5.16"],
    "SOC 2": ["CC6.1"],
    "PCI DSS 4.0": ["8.2.2"],
  },
  why: "A shared key opens everything to whoever has it, and no log says who that was.",
  mend: "Switch the service's own keys or accounts off, and assign roles to identities.",
  source: "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent",
  breaksBy: {
    "azure-native:storage:StorageAccount": ["allowSharedKeyAccess"],
    "azure-native:containerregistry:Registry": ["adminUserEnabled"],
    "azure-native:containerservice:ManagedCluster": ["disableLocalAccounts"],
    "azure-native:cosmosdb:DatabaseAccount": ["disableLocalAuth"],
    "azure-native:eventhub:Namespace": ["disableLocalAuth"],
    "azure-native:servicebus:Namespace": ["disableLocalAuth"],
  },
  checks: {
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account) =>
      require(account.at("allowSharedKeyAccess"), isFalse),
    ),
    "azure-native:containerregistry:Registry": check<azure.containerregistry.RegistryArgs>((registry) =>
      require(registry.at("adminUserEnabled"), isNotTrue),
    ),
    "azure-native:containerservice:ManagedCluster": check<azure.containerservice.ManagedClusterArgs>((cluster) =>
      require(cluster.at("disableLocalAccounts"), isTrue),
    ),
    "azure-native:cosmosdb:DatabaseAccount": check<azure.cosmosdb.DatabaseAccountArgs>((account) =>
      require(account.at("disableLocalAuth"), isTrue),
    ),
    "azure-native:eventhub:Namespace": check<azure.eventhub.NamespaceArgs>((namespace) =>
      require(namespace.at("disableLocalAuth"), isTrue),
    ),
    "azure-native:servicebus:Namespace": check<azure.servicebus.NamespaceArgs>((namespace) =>
      require(namespace.at("disableLocalAuth"), isTrue),
    ),
  },
};
