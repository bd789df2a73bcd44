import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Put it behind a load balancer, let it out through NAT, and reach it by Session Manager, IAP or Bastion.";
const ofAmazon = [
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
];
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const subnet = "aws:ec2/subnet:Subnet";
const ofGoogle = [
  "gcp:compute/instance:Instance",
  "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage",
  "gcp:compute/instanceFromTemplate:InstanceFromTemplate",
  "gcp:compute/instanceTemplate:InstanceTemplate",
  "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
];
const nic = "azure-native:network:NetworkInterface";
const scaleSet = "azure-native:compute:VirtualMachineScaleSet";
const none = "without interfaces there is no address";

const machines = (configuration: object) => ({
  virtualMachineProfile: {
    networkProfile: { networkInterfaceConfigurations: [{ ipConfigurations: [configuration] }] },
  },
});
const inScaleSet = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations";

const off = { good: false, bad: true, words: "false", safe: true };
const rows: readonly RowFixture[] = [
  {
    type: "azure-native:databricks:Workspace",
    path: "parameters.enableNoPublicIp.value",
    good: true,
    bad: false,
    words: "true",
    safe: true,
  },
  {
    type: "azure-native:machinelearningservices:Compute",
    path: "properties.properties.enableNodePublicIp",
    ...off,
  },
  { type: "azure-native:servicefabric:NodeType", path: "enableNodePublicIP", ...off },
  {
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    path: "launchSpecifications[].associatePublicIpAddress",
    ...off,
  },
  { type: "aws:ec2/defaultSubnet:DefaultSubnet", path: "mapPublicIpOnLaunch", ...off },
  {
    type: "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate",
    path: "createPublicIp",
    ...off,
  },
  {
    type: "gcp:workstations/workstationConfig:WorkstationConfig",
    path: "host.gceInstance.disablePublicIpAddresses",
    good: true,
    bad: false,
    words: "true",
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    ...ofAmazon.map((type) => ({ name: "private", type, properties: { associatePublicIpAddress: false } })),
    {
      name: "private",
      type: template,
      properties: { networkInterfaces: [{ associatePublicIpAddress: "false" }] },
      harmless: { networkInterfaces: none },
    },
    { name: "private", type: subnet, properties: { mapPublicIpOnLaunch: false } },
    ...ofGoogle.map((type) => ({
      name: "private",
      type,
      properties: { networkInterfaces: [{ network: "main", accessConfigs: [] }] },
      harmless: { networkInterfaces: none },
    })),
    {
      name: "private",
      type: nic,
      properties: { ipConfigurations: [{ subnet: { id: "/subnets/a" } }] },
      harmless: { ipConfigurations: none },
    },
    {
      name: "private",
      type: scaleSet,
      properties: machines({ subnet: { id: "/subnets/a" } }),
      harmless: { [inScaleSet]: none, [`${inScaleSet}[0].ipConfigurations`]: none },
    },
  ],
  fails: [
    ...failsOf(rows, fix),
    ...ofAmazon.map((type) => ({
      name: "public",
      type,
      properties: { associatePublicIpAddress: true },
      messages: [`associatePublicIpAddress is true; required: false. ${fix}`],
    })),
    {
      name: "public",
      type: template,
      properties: { networkInterfaces: [{ associatePublicIpAddress: "true" }] },
      messages: [`networkInterfaces[0].associatePublicIpAddress is "true"; required: false. ${fix}`],
    },
    {
      name: "public",
      type: subnet,
      properties: { mapPublicIpOnLaunch: true },
      messages: [`mapPublicIpOnLaunch is true; required: false. ${fix}`],
    },
    ...ofGoogle.map((type) => ({
      name: "public",
      type,
      properties: { networkInterfaces: [{ accessConfigs: [{}], ipv6AccessConfigs: [{ networkTier: "PREMIUM" }] }] },
      messages: [
        `networkInterfaces[0].accessConfigs[0] is set; required: none. ${fix}`,
        `networkInterfaces[0].ipv6AccessConfigs[0] is set; required: none. ${fix}`,
      ],
    })),
    {
      name: "public",
      type: nic,
      properties: { ipConfigurations: [{ publicIPAddress: { id: "/publicIPAddresses/a" } }] },
      messages: [`ipConfigurations[0].publicIPAddress is set; required: none. ${fix}`],
    },
    {
      name: "public",
      type: scaleSet,
      properties: machines({ publicIPAddressConfiguration: { name: "public" } }),
      messages: [`${inScaleSet}[0].ipConfigurations[0].publicIPAddressConfiguration is set; required: none. ${fix}`],
    },
  ],
};
