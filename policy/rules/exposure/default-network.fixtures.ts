import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set autoCreateNetwork to false, and make a network with the subnets and rules that are needed.";
const required = "a network of one's own";
const project = "gcp:organizations/project:Project";
const cluster = "gcp:container/cluster:Cluster";
const machines = [
  "gcp:compute/instance:Instance",
  "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage",
  "gcp:compute/instanceFromTemplate:InstanceFromTemplate",
  "gcp:compute/instanceTemplate:InstanceTemplate",
  "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
];

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "without", type: project, properties: { autoCreateNetwork: false } },
    ...machines.map((type) => ({
      name: "in a network of one's own",
      type,
      properties: { networkInterfaces: [{ network: "projects/shop/global/networks/main" }] },
      harmless: {
        networkInterfaces: "without interfaces there is no network",
        "networkInterfaces[0].network": "only one name is the default network's",
      },
    })),
    { name: "in a network of one's own", type: cluster, properties: { network: "main" } },
    { name: "in a subnet of one's own", type: cluster, properties: { subnetwork: "main-nodes" } },
  ],
  fails: [
    {
      name: "nothing said",
      type: project,
      properties: { projectId: "shop" },
      messages: [`autoCreateNetwork is not set; required: false. ${fix}`],
    },
    ...machines.map((type) => ({
      name: "in the default network",
      type,
      properties: { networkInterfaces: [{ network: "global/networks/default" }] },
      messages: [`networkInterfaces[0].network is "global/networks/default"; required: ${required}. ${fix}`],
    })),
    {
      name: "nothing said",
      type: cluster,
      properties: { location: "europe-west1" },
      messages: [`network is not set; required: ${required}. ${fix}`],
    },
    {
      name: "in the default network",
      type: cluster,
      properties: { network: "default", subnetwork: "default" },
      messages: [`network is "default"; required: ${required}. ${fix}`],
    },
  ],
};
