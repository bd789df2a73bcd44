import { isNotFalse, isNotTrue } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { required } from "../../kinds/table";

/** Managed clusters decide by roles who may do what. Amazon's can't do otherwise. */
export const rule: Rule = {
  id: "identity-cluster-rbac",
  title: "Managed Kubernetes clusters grant access by roles.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.5.15", "A.8.3"],
    "SOC 2": ["CC6.1", "CC6.3"],
    "PCI DSS 4.0": ["7.2.1"],
  },
  why: "Without roles, every account that can reach the API may do everything in the cluster.",
  fix: "Leave enableRBAC on, and enableLegacyAbac off; on Azure only a new cluster can be given roles.",
  source: "https://learn.microsoft.com/en-us/azure/aks/operator-best-practices-identity",
  breaksBy: {
    "azure-native:containerservice:ManagedCluster": ["enableRBAC"],
    "gcp:container/cluster:Cluster": ["enableLegacyAbac"],
  },
  checks: {
    // On where nothing is said.
    ...required(isNotFalse, [["azure-native:containerservice:ManagedCluster", "enableRBAC"]]),
    // Off where nothing is said.
    ...required(isNotTrue, [["gcp:container/cluster:Cluster", "enableLegacyAbac"]]),
  },
};
