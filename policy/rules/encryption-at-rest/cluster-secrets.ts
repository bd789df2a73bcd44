import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Managed Kubernetes clusters encrypt their Secrets with a key of one's own, before they are written. */
export const rule: Rule = {
  id: "encryption-at-rest-cluster-secrets",
  title: "Managed Kubernetes clusters encrypt Secrets with a key of their own.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["6.1"],
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
  },
  why: "Whoever gets at the cluster's store, or a backup of it, reads every password in it.",
  fix: 'Set encryptionConfig with resources ["secrets"]; databaseEncryption ENCRYPTED; securityProfile.azureKeyVaultKms.',
  source: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
  breaksBy: {
    "aws:eks/cluster:Cluster": ["encryptionConfig.resources"],
    "gcp:container/cluster:Cluster": ["databaseEncryption.state"],
    "azure-native:containerservice:ManagedCluster": ["securityProfile.azureKeyVaultKms.enabled"],
  },
  checks: {
    "aws:eks/cluster:Cluster": check<aws.eks.ClusterArgs>((cluster) => {
      const resources = cluster.at("encryptionConfig").at("resources");
      if (!resources.known || resources.items().some((item) => item.mayBe("secrets"))) return [];
      return [{ path: resources.path, found: resources.shown(), required: '["secrets"]' }];
    }),
    "gcp:container/cluster:Cluster": check<gcp.container.ClusterArgs>((cluster) =>
      must(cluster.at("databaseEncryption").at("state"), isOneOf(["ENCRYPTED", "ALL_OBJECTS_ENCRYPTION_ENABLED"])),
    ),
    "azure-native:containerservice:ManagedCluster": check<azure.containerservice.ManagedClusterArgs>((cluster) =>
      must(cluster.at("securityProfile").at("azureKeyVaultKms").at("enabled"), isTrue),
    ),
  },
};
