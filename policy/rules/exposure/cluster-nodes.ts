import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { type Finding, hasItems, isNotFalse, isNotTrue, isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Nodes of clusters have no public address, and no SSH that is open to everybody. */
export const rule: Rule = {
  id: "exposure-cluster-nodes",
  title: "Nodes of Kubernetes clusters can't be reached from the internet.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "A node holds the tokens of all Pods that run on it, and its kubelet obeys whoever gets hold of a certificate.",
  fix: "Give nodes private addresses, and reach them through the cluster or a session manager.",
  source: "https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster",
  breaksBy: {
    "aws:eks/nodeGroup:NodeGroup": ["remoteAccess.ec2SshKey", "remoteAccess.sourceSecurityGroupIds"],
    "gcp:container/cluster:Cluster": [
      "nodePools[].networkConfig.enablePrivateNodes",
      "privateClusterConfig.enablePrivateNodes",
    ],
    "gcp:container/nodePool:NodePool": ["networkConfig.enablePrivateNodes"],
    "azure-native:containerservice:ManagedCluster": ["agentPoolProfiles[].enableNodePublicIP"],
    "azure-native:containerservice:AgentPool": ["enableNodePublicIP"],
  },
  checks: {
    // With a key but without sources, EKS opens SSH to 0.0.0.0/0.
    "aws:eks/nodeGroup:NodeGroup": check<aws.eks.NodeGroupArgs>((nodes) => {
      const access = nodes.at("remoteAccess");
      const key = access.at("ec2SshKey");
      return key.known && key.isSet ? must(access.at("sourceSecurityGroupIds"), hasItems) : [];
    }),
    // Nodes have public addresses where nothing is said. A pool may say otherwise for itself.
    "gcp:container/cluster:Cluster": check<gcp.container.ClusterArgs>((cluster): Finding[] => [
      ...must(cluster.at("privateClusterConfig").at("enablePrivateNodes"), isTrue),
      ...cluster
        .at("nodePools")
        .items()
        .flatMap((pool) => must(pool.at("networkConfig").at("enablePrivateNodes"), isNotFalse)),
    ]),
    "gcp:container/nodePool:NodePool": check<gcp.container.NodePoolArgs>((pool) =>
      must(pool.at("networkConfig").at("enablePrivateNodes"), isNotFalse),
    ),
    "azure-native:containerservice:ManagedCluster": check<azure.containerservice.ManagedClusterArgs>(
      (cluster): Finding[] =>
        cluster
          .at("agentPoolProfiles")
          .items()
          .flatMap((pool) => must(pool.at("enableNodePublicIP"), isNotTrue)),
    ),
    "azure-native:containerservice:AgentPool": check<azure.containerservice.AgentPoolArgs>((pool) =>
      must(pool.at("enableNodePublicIP"), isNotTrue),
    ),
  },
};
