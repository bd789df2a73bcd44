import type { StackFixtures } from "../../core/fixture";

const mend = "Add a flow log of the network; on Google Cloud a logConfig of the subnetwork.";
const vpc = "aws:ec2/vpc:Vpc";
const flowLog = "aws:ec2/flowLog:FlowLog";
const virtualNetwork = "azure-native:network:VirtualNetwork";
const subnetwork = "gcp:compute/subnetwork:Subnetwork";

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
        { name: "private", type: subnetwork, properties: { logConfig: { flowSampling: 1 } } },
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
        { name: "sampled", type: subnetwork, properties: { logConfig: { flowSampling: 0 } } },
        { name: "filtered", type: subnetwork, properties: { logConfig: { filterExpr: "false" } } },
      ],
      messages: {
        vpc: [`flow log is not there; required: a FlowLog with this vpcId. ${mend}`],
        second: [`flow log trafficType is "ACCEPT"; required: "ALL" or "REJECT". ${mend}`],
        network: [`flow log is not there, or not enabled; required: a FlowLog with this targetResourceId. ${mend}`],
        private: [`logConfig is not set; required: a value. ${mend}`],
        sampled: [`logConfig.flowSampling is 0; required: above 0. ${mend}`],
        filtered: [`logConfig.filterExpr is "false"; required: not "false". ${mend}`],
      },
    },
  ],
};
