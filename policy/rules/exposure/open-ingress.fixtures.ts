import type { ResourceFixtures } from "../../core/fixture";
import { fromEverywhere, fromOwnNetwork, lettingNobodyIn } from "../../kinds/firewall.fixtures";

const fix = "Name the ports that are meant, and the sources where they are known.";
const required = "addresses that you know, or the ports that are meant";

export const fixtures: ResourceFixtures = {
  passes: [
    ...fromOwnNetwork(0, 65535),
    ...lettingNobodyIn,
    {
      name: "some ports for everybody",
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      properties: { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 1, toPort: 443 },
      harmless: { cidrIpv4: "not every port is open", fromPort: "the last port is another" },
    },
  ],
  fails: [
    ...fromEverywhere((source) => `${source} is "0.0.0.0/0" for every port; required: ${required}. ${fix}`, 0, 65535),
    {
      name: "every port of one protocol",
      type: "aws:ec2/securityGroup:SecurityGroup",
      properties: { ingress: [{ cidrBlocks: ["0.0.0.0/0"], protocol: "udp", fromPort: 1, toPort: 65535 }] },
      messages: [`ingress[0].cidrBlocks[0] is "0.0.0.0/0" for every port; required: ${required}. ${fix}`],
    },
    {
      name: "every port by name",
      type: "gcp:compute/firewall:Firewall",
      properties: { sourceRanges: ["0.0.0.0/0"], allows: [{ protocol: "tcp", ports: ["0-65535"] }] },
      messages: [`sourceRanges[0] is "0.0.0.0/0" for every port; required: ${required}. ${fix}`],
    },
  ],
};
