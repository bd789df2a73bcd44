import type { ResourceFixtures } from "../../core/fixture";

const fix = "Make the endpoint private, or name the addresses of those who administer the cluster.";
const required = "addresses that you know, or a private endpoint";
const eks = "aws:eks/cluster:Cluster";
const gke = "gcp:container/cluster:Cluster";
const aks = "azure-native:containerservice:ManagedCluster";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "private", type: eks, properties: { vpcConfig: { subnetIds: ["a"], endpointPublicAccess: false } } },
    {
      name: "an office",
      type: eks,
      properties: { vpcConfig: { subnetIds: ["a"], publicAccessCidrs: ["203.0.113.0/24"] } },
    },
    { name: "private", type: gke, properties: { privateClusterConfig: { enablePrivateEndpoint: true } } },
    {
      name: "by name only",
      type: gke,
      properties: { controlPlaneEndpointsConfig: { ipEndpointsConfig: { enabled: false } } },
    },
    {
      name: "an office",
      type: gke,
      properties: { masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: "203.0.113.0/24" }] } },
      harmless: { "masterAuthorizedNetworksConfig.cidrBlocks": "with none named nobody gets in from outside" },
    },
    { name: "private", type: aks, properties: { apiServerAccessProfile: { enablePrivateCluster: true } } },
    {
      name: "an office",
      type: aks,
      properties: { apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.0/24"] } },
    },
  ],
  fails: [
    {
      name: "nothing said",
      type: eks,
      properties: { vpcConfig: { subnetIds: ["a"], endpointPrivateAccess: true } },
      messages: [`vpcConfig.publicAccessCidrs is empty, which is everybody; required: ${required}. ${fix}`],
    },
    {
      name: "everybody",
      type: eks,
      properties: { vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ["0.0.0.0/0"] } },
      messages: [`vpcConfig.publicAccessCidrs[0] is "0.0.0.0/0"; required: ${required}. ${fix}`],
    },
    {
      name: "nothing said",
      type: gke,
      properties: { location: "europe-west1", privateClusterConfig: { enablePrivateNodes: true } },
      messages: [`masterAuthorizedNetworksConfig is not set, which is everybody; required: ${required}. ${fix}`],
    },
    {
      name: "everybody",
      type: gke,
      properties: { masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: "0.0.0.0/0" }] } },
      messages: [
        `masterAuthorizedNetworksConfig.cidrBlocks[0].cidrBlock is "0.0.0.0/0"; required: ${required}. ${fix}`,
      ],
    },
    {
      name: "nothing said",
      type: aks,
      properties: { dnsPrefix: "shop" },
      messages: [
        `apiServerAccessProfile.authorizedIPRanges is empty, which is everybody; required: ${required}. ${fix}`,
      ],
    },
  ],
};
