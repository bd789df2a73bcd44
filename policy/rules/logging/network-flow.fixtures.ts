import type { StackFixtures } from "../../core/fixture";

const fix = "Add a flow log of the network; on Google Cloud a logConfig of the subnetwork.";
const vpc = "aws:ec2/vpc:Vpc";
const flowLog = "aws:ec2/flowLog:FlowLog";
const virtualNetwork = "azure-native:network:VirtualNetwork";
const subnetwork = "gcp:compute/subnetwork:Subnetwork";
const googleNetwork = "gcp:compute/network:Network";
const automatic = "Set autoCreateSubnetworks: false, and make subnetworks with a logConfig.";

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "networks with flow logs",
      resources: [
        { name: "vpc", type: vpc, properties: { cidrBlock: "10.0.0.0/16" } },
        { name: "log", type: flowLog, properties: { vpcId: "vpc-1", trafficType: "ALL" }, uses: { vpcId: "vpc" } },
        { name: "network", type: virtualNetwork, properties: { virtualNetworkName: "shop" } },
        {
          name: "flow",
          type: "azure-native:network:FlowLog",
          properties: { targetResourceId: "/subscriptions/1/shop", enabled: true },
          uses: { targetResourceId: "network" },
        },
        { name: "shop", type: googleNetwork, properties: { autoCreateSubnetworks: false } },
        { name: "private", type: subnetwork, properties: { logConfig: { flowSampling: 1 } } },
        { name: "half", type: subnetwork, properties: { logConfig: { flowSampling: 0.5, filterExpr: "true" } } },
      ],
      messages: {},
    },
    {
      name: "a proxy's subnetwork",
      resources: [{ name: "proxy", type: subnetwork, properties: { purpose: "REGIONAL_MANAGED_PROXY" } }],
      messages: {},
    },
    {
      name: "networks without",
      resources: [
        { name: "vpc", type: vpc, properties: {} },
        { name: "second", type: vpc, properties: {} },
        {
          name: "log",
          type: flowLog,
          properties: { vpcId: "vpc-2", trafficType: "ACCEPT" },
          uses: { vpcId: "second" },
        },
        { name: "network", type: virtualNetwork, properties: {} },
        { name: "private", type: subnetwork, properties: {} },
        { name: "empty", type: subnetwork, properties: { logConfig: { flowSampling: 0 } } },
        { name: "sampled", type: subnetwork, properties: { logConfig: { flowSampling: 0.000001 } } },
        { name: "filtered", type: subnetwork, properties: { logConfig: { filterExpr: "1 == 2" } } },
        { name: "default", type: googleNetwork, properties: {} },
        { name: "automatic", type: googleNetwork, properties: { autoCreateSubnetworks: true } },
      ],
      messages: {
        vpc: [`flow log is not there; required: a FlowLog with this vpcId. ${fix}`],
        second: [`flow log trafficType is "ACCEPT"; required: "ALL" or "REJECT". ${fix}`],
        network: [`flow log is not there, or not enabled; required: a FlowLog with this targetResourceId. ${fix}`],
        private: [`logConfig is not set; required: a value. ${fix}`],
        empty: [`logConfig.flowSampling is 0; required: at least 0.5 of the flows. ${fix}`],
        sampled: [`logConfig.flowSampling is 0.000001; required: at least 0.5 of the flows. ${fix}`],
        filtered: [`logConfig.filterExpr is "1 == 2"; required: "true". ${fix}`],
        default: [`autoCreateSubnetworks is not set; required: false. ${automatic}`],
        automatic: [`autoCreateSubnetworks is true; required: false. ${automatic}`],
      },
    },
  ],
};
