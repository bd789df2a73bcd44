import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { type Finding, isFalse, isNotTrue, isTrue, must } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { required, requiredIfSet } from "../../kinds/table";

const notPublic: Check = check<aws.ec2.LaunchConfigurationArgs>((machine) =>
  must(machine.at("associatePublicIpAddress"), isNotTrue),
);

/** Whatever is in it, a way in from outside gives an address. */
function without(address: View): Finding[] {
  return address.known && address.isSet ? [{ path: address.path, found: "set", required: "none" }] : [];
}

type Interfaces = { networkInterfaces?: { accessConfigs?: unknown[]; ipv6AccessConfigs?: unknown[] }[] };

const withoutAccess: Check = check<gcp.compute.InstanceTemplateArgs>((machine) =>
  machine
    .as<Interfaces>()
    .at("networkInterfaces")
    .items()
    .flatMap((network) =>
      [...network.at("accessConfigs").items(), ...network.at("ipv6AccessConfigs").items()].map(({ path }) => ({
        path,
        found: "set",
        required: "none",
      })),
    ),
);

/** Machines have no address of their own on the internet. */
export const rule: Rule = {
  id: "exposure-machine-address",
  title: "Machines have no public address.",
  severity: "high",
  frameworks: {
    "CIS GCP Foundation 5.0": ["4.9"],
    "PCI DSS 4.0": ["1.4.5"],
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
    HIPAA: ["164.312(a)(1)"],
  },
  why: "A machine with a public address is scanned from its first minute, and one firewall rule is all that protects it.",
  fix: "Put it behind a load balancer, let it out through NAT, and reach it by Session Manager, IAP or Bastion.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
  breaksBy: {
    "azure-native:databricks:Workspace": ["parameters.enableNoPublicIp.value"],
    "azure-native:machinelearningservices:Compute": ["properties.properties.enableNodePublicIp"],
    "azure-native:servicefabric:NodeType": ["enableNodePublicIP"],
    "aws:ec2/spotFleetRequest:SpotFleetRequest": ["launchSpecifications[].associatePublicIpAddress"],
    "aws:ec2/defaultSubnet:DefaultSubnet": ["mapPublicIpOnLaunch"],
    "aws:ec2/subnet:Subnet": ["mapPublicIpOnLaunch"],
    "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate": ["createPublicIp"],
    "gcp:workstations/workstationConfig:WorkstationConfig": ["host.gceInstance.disablePublicIpAddresses"],
    "aws:ec2/instance:Instance": ["associatePublicIpAddress"],
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": ["associatePublicIpAddress"],
    "aws:ec2/launchConfiguration:LaunchConfiguration": ["associatePublicIpAddress"],
    "aws:ec2/launchTemplate:LaunchTemplate": ["networkInterfaces[].associatePublicIpAddress"],
    "gcp:compute/instance:Instance": ["networkInterfaces[].accessConfigs", "networkInterfaces[].ipv6AccessConfigs"],
    "gcp:compute/instanceTemplate:InstanceTemplate": [
      "networkInterfaces[].accessConfigs",
      "networkInterfaces[].ipv6AccessConfigs",
    ],
    "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate": [
      "networkInterfaces[].accessConfigs",
      "networkInterfaces[].ipv6AccessConfigs",
    ],
    "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage": [
      "networkInterfaces[].accessConfigs",
      "networkInterfaces[].ipv6AccessConfigs",
    ],
    "gcp:compute/instanceFromTemplate:InstanceFromTemplate": [
      "networkInterfaces[].accessConfigs",
      "networkInterfaces[].ipv6AccessConfigs",
    ],
    "azure-native:network:NetworkInterface": ["ipConfigurations[].publicIPAddress"],
    "azure-native:compute:VirtualMachineScaleSet": [
      "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].ipConfigurations[].publicIPAddressConfiguration",
    ],
  },
  checks: {
    // Private where nothing is said.
    ...requiredIfSet(isTrue, [["azure-native:databricks:Workspace", "parameters.enableNoPublicIp.value"]]),
    ...requiredIfSet(isFalse, [
      ["azure-native:machinelearningservices:Compute", "properties.properties.enableNodePublicIp"],
      ["azure-native:servicefabric:NodeType", "enableNodePublicIP"],
      ["aws:ec2/spotFleetRequest:SpotFleetRequest", "launchSpecifications[].associatePublicIpAddress"],
      ["aws:ec2/defaultSubnet:DefaultSubnet", "mapPublicIpOnLaunch"],
      ["aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate", "createPublicIp"],
    ]),
    // Public where nothing is said.
    ...required(isTrue, [
      ["gcp:workstations/workstationConfig:WorkstationConfig", "host.gceInstance.disablePublicIpAddresses"],
    ]),
    "aws:ec2/instance:Instance": notPublic,
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": notPublic,
    "aws:ec2/launchConfiguration:LaunchConfiguration": notPublic,
    "aws:ec2/launchTemplate:LaunchTemplate": check<aws.ec2.LaunchTemplateArgs>((template) =>
      template
        .at("networkInterfaces")
        .items()
        .flatMap((network) => must(network.at("associatePublicIpAddress"), isNotTrue)),
    ),
    "aws:ec2/subnet:Subnet": check<aws.ec2.SubnetArgs>((subnet) => must(subnet.at("mapPublicIpOnLaunch"), isNotTrue)),
    "gcp:compute/instance:Instance": withoutAccess,
    "gcp:compute/instanceTemplate:InstanceTemplate": withoutAccess,
    "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate": withoutAccess,
    // What they set in the place of their template's, or of their image's.
    "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage": withoutAccess,
    "gcp:compute/instanceFromTemplate:InstanceFromTemplate": withoutAccess,
    "azure-native:network:NetworkInterface": check<azure.network.NetworkInterfaceArgs>((network) =>
      network
        .at("ipConfigurations")
        .items()
        .flatMap((configuration) => without(configuration.at("publicIPAddress"))),
    ),
    "azure-native:compute:VirtualMachineScaleSet": check<azure.compute.VirtualMachineScaleSetArgs>((machines) =>
      machines
        .at("virtualMachineProfile")
        .at("networkProfile")
        .at("networkInterfaceConfigurations")
        .items()
        .flatMap((network) => network.at("ipConfigurations").items())
        .flatMap((configuration) => without(configuration.at("publicIPAddressConfiguration"))),
    ),
  },
};
