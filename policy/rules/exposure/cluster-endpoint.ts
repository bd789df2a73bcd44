import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Finding } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { worldIn } from "../../kinds/addresses";

const required = "addresses that you know, or a private endpoint";

/** The addresses that are let in; where none is named, everybody is. */
function named(list: View, addresses: readonly View[]): Finding[] {
  if (!list.known) return [];
  if (addresses.length === 0) return [{ path: list.path, found: "empty, which is everybody", required }];
  return worldIn(addresses).map((address) => ({ path: address.path, found: address.shown(), required }));
}

function eks(cluster: View<Unwrap<aws.eks.ClusterArgs>>): Finding[] {
  const network = cluster.at("vpcConfig");
  const addresses = network.at("publicAccessCidrs");
  return network.at("endpointPublicAccess").mayBe(false) ? [] : named(addresses, addresses.items());
}

/** Authorized networks that name none let no one in from outside. Access by DNS name is decided by IAM. */
function gke(cluster: View<Unwrap<gcp.container.ClusterArgs>>): Finding[] {
  const networks = cluster.at("masterAuthorizedNetworksConfig");
  const byAddress = cluster.at("controlPlaneEndpointsConfig").at("ipEndpointsConfig").at("enabled");
  if (cluster.at("privateClusterConfig").at("enablePrivateEndpoint").mayBe(true) || byAddress.mayBe(false)) return [];
  if (!networks.isSet) return [{ path: networks.path, found: "not set, which is everybody", required }];
  return worldIn(
    networks
      .at("cidrBlocks")
      .items()
      .map((block) => block.at("cidrBlock")),
  ).map((address) => ({ path: address.path, found: address.shown(), required }));
}

function aks(cluster: View<Unwrap<azure.containerservice.ManagedClusterArgs>>): Finding[] {
  const access = cluster.at("apiServerAccessProfile");
  const addresses = access.at("authorizedIPRanges");
  return access.at("enablePrivateCluster").mayBe(true) ? [] : named(addresses, addresses.items());
}

/** Kubernetes' API answers known addresses only. */
export const rule: Rule = {
  id: "exposure-cluster-endpoint",
  title: "Kubernetes' API answers known addresses only.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["1.3.1", "1.4.2"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "Whoever reaches the API tries stolen tokens and new flaws on it, and it rules over everything in the cluster.",
  fix: "Make the endpoint private, or name the addresses of those who administer the cluster.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  breaksBy: {
    "aws:eks/cluster:Cluster": ["vpcConfig.endpointPublicAccess", "vpcConfig.publicAccessCidrs"],
    "gcp:container/cluster:Cluster": [
      "controlPlaneEndpointsConfig.ipEndpointsConfig.enabled",
      "masterAuthorizedNetworksConfig.cidrBlocks[].cidrBlock",
      "privateClusterConfig.enablePrivateEndpoint",
    ],
    "azure-native:containerservice:ManagedCluster": [
      "apiServerAccessProfile.authorizedIPRanges",
      "apiServerAccessProfile.enablePrivateCluster",
    ],
  },
  checks: {
    "aws:eks/cluster:Cluster": check<aws.eks.ClusterArgs>(eks),
    "gcp:container/cluster:Cluster": check<gcp.container.ClusterArgs>(gke),
    "azure-native:containerservice:ManagedCluster": check<azure.containerservice.ManagedClusterArgs>(aks),
  },
};
