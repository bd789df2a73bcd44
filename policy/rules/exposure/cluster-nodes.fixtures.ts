import type { ResourceFixtures } from "../../core/fixture";

const fix = "Give nodes private addresses, and reach them through the cluster or a session manager.";
const nodeGroup = "aws:eks/nodeGroup:NodeGroup";
const gke = "gcp:container/cluster:Cluster";
const pool = "gcp:container/nodePool:NodePool";
const aks = "azure-native:containerservice:ManagedCluster";
const agents = "azure-native:containerservice:AgentPool";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "no SSH", type: nodeGroup, properties: { clusterName: "shop" } },
    {
      name: "SSH from a bastion",
      type: nodeGroup,
      properties: { remoteAccess: { ec2SshKey: "key", sourceSecurityGroupIds: ["sg-1"] } },
      harmless: { "remoteAccess.ec2SshKey": "without a key there is no SSH" },
    },
    { name: "private", type: gke, properties: { privateClusterConfig: { enablePrivateNodes: true } } },
    {
      name: "private, in every pool",
      type: gke,
      properties: {
        privateClusterConfig: { enablePrivateNodes: true },
        nodePools: [{ networkConfig: { enablePrivateNodes: true } }],
      },
      harmless: { nodePools: "without pools there are no nodes" },
    },
    { name: "private", type: pool, properties: { networkConfig: { enablePrivateNodes: true } } },
    { name: "as the cluster", type: pool, properties: { cluster: "shop" } },
    {
      name: "private",
      type: aks,
      properties: { agentPoolProfiles: [{ name: "system", enableNodePublicIP: false }] },
      harmless: { agentPoolProfiles: "without pools there are no nodes" },
    },
    { name: "private", type: agents, properties: { enableNodePublicIP: false } },
  ],
  fails: [
    {
      name: "SSH from everywhere",
      type: nodeGroup,
      properties: { remoteAccess: { ec2SshKey: "key" } },
      messages: [`remoteAccess.sourceSecurityGroupIds is not set; required: at least one. ${fix}`],
    },
    {
      name: "nothing said",
      type: gke,
      properties: { location: "europe-west1" },
      messages: [`privateClusterConfig.enablePrivateNodes is not set; required: true. ${fix}`],
    },
    {
      name: "public, in a pool of its own",
      type: gke,
      properties: {
        privateClusterConfig: { enablePrivateNodes: true },
        nodePools: [{ networkConfig: { enablePrivateNodes: false } }],
      },
      messages: [`nodePools[0].networkConfig.enablePrivateNodes is false; required: true. ${fix}`],
    },
    {
      name: "public",
      type: pool,
      properties: { networkConfig: { enablePrivateNodes: false } },
      messages: [`networkConfig.enablePrivateNodes is false; required: true. ${fix}`],
    },
    {
      name: "public",
      type: aks,
      properties: { agentPoolProfiles: [{ name: "system" }, { name: "open", enableNodePublicIP: true }] },
      messages: [`agentPoolProfiles[1].enableNodePublicIP is true; required: false. ${fix}`],
    },
    {
      name: "public",
      type: agents,
      properties: { enableNodePublicIP: true },
      messages: [`enableNodePublicIP is true; required: false. ${fix}`],
    },
  ],
};
