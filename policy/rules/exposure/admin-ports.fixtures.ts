import type { ResourceFixtures } from "../../core/fixture";
import { anotherPort, fromEverywhere, fromOwnNetwork, lettingNobodyIn } from "../../kinds/firewall.fixtures";

const fix =
  "Allow addresses that you know, or none: Session Manager, Identity-Aware Proxy and Azure Bastion need no open port.";
const required = "addresses that you know";

export const fixtures: ResourceFixtures = {
  passes: [...fromOwnNetwork(22), ...anotherPort(443), ...lettingNobodyIn],
  fails: [
    ...fromEverywhere((source) => `${source} is "0.0.0.0/0" for port 22; required: ${required}. ${fix}`, 22),
    {
      name: "a range around it, to IPv6",
      type: "aws:ec2/securityGroup:SecurityGroup",
      properties: { ingress: [{ ipv6CidrBlocks: ["::/0"], protocol: "tcp", fromPort: 3000, toPort: 4000 }] },
      messages: [`ingress[0].ipv6CidrBlocks[0] is "::/0" for port 3389; required: ${required}. ${fix}`],
    },
    {
      name: "half of the internet",
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      properties: { cidrIpv4: "128.0.0.0/1", ipProtocol: "tcp", fromPort: 22, toPort: 22 },
      messages: [`cidrIpv4 is "128.0.0.0/1" for port 22; required: ${required}. ${fix}`],
    },
    {
      name: "a firewall that names no sources",
      type: "gcp:compute/firewall:Firewall",
      properties: { allows: [{ protocol: "tcp", ports: ["20-25", "5985"] }] },
      messages: [`sourceRanges is not set for port 20, 21, 22, 23, 5985; required: ${required}. ${fix}`],
    },
    {
      name: "Azure's name for it",
      type: "azure-native:network:SecurityRule",
      properties: {
        sourceAddressPrefix: "Internet",
        destinationPortRange: "6440-6450",
        protocol: "*",
        access: "Allow",
        direction: "Inbound",
      },
      messages: [`sourceAddressPrefix is "Internet" for port 6443; required: ${required}. ${fix}`],
    },
    {
      name: "a port of one's own choice",
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      properties: { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 2222, toPort: 2222 },
      settings: { ports: [2222] },
      messages: [`cidrIpv4 is "0.0.0.0/0" for port 2222; required: ${required}. ${fix}`],
    },
  ],
};
