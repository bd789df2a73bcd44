import type { ResourceFixtures } from "../../core/fixture";
import { anotherPort, fromEverywhere, fromOwnNetwork, lettingNobodyIn } from "../../kinds/firewall.fixtures";

const fix = "Allow the security group or the network of the applications that use it.";
const required = "the networks that use it";

export const fixtures: ResourceFixtures = {
  passes: [
    ...fromOwnNetwork(5432),
    ...anotherPort(8443),
    ...lettingNobodyIn,
    {
      name: "another security group",
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      properties: { referencedSecurityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 5432, toPort: 5432 },
    },
  ],
  fails: [
    ...fromEverywhere((source) => `${source} is "0.0.0.0/0" for port 5432; required: ${required}. ${fix}`, 5432),
    {
      name: "several",
      type: "gcp:compute/firewall:Firewall",
      properties: {
        sourceRanges: ["10.0.0.0/8", "::/0"],
        allows: [
          { protocol: "udp", ports: ["11211"] },
          { protocol: "tcp", ports: ["9200-9300"] },
        ],
      },
      messages: [`sourceRanges[1] is "::/0" for port 9200, 9300, 11211; required: ${required}. ${fix}`],
    },
    {
      name: "a port of one's own choice",
      type: "azure-native:network:SecurityRule",
      properties: {
        sourceAddressPrefix: "*",
        destinationPortRange: "15432",
        protocol: "Tcp",
        access: "Allow",
        direction: "Inbound",
      },
      settings: { ports: [15432] },
      messages: [`sourceAddressPrefix is "*" for port 15432; required: ${required}. ${fix}`],
    },
  ],
};
