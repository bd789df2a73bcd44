import type { Failing, Passing, Properties } from "../core/fixture";

/** One rule that lets somebody in, as each resource writes it. */
interface Written {
  type: string;
  properties: Properties;
  /** Path of the source. */
  source: string;
  /** Paths of lists that let nobody in where they are no lists, or empty. */
  lists: readonly string[];
}

const group = "aws:ec2/securityGroup:SecurityGroup";
const groupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const firewall = "gcp:compute/firewall:Firewall";
const policyRules = [
  "gcp:compute/firewallPolicyRule:FirewallPolicyRule",
  "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule",
  "gcp:compute/regionNetworkFirewallPolicyRule:RegionNetworkFirewallPolicyRule",
];
const securityGroup = "azure-native:network:NetworkSecurityGroup";
const securityRule = "azure-native:network:SecurityRule";

const otherwise = "another value would let in less, not more";

/** A rule of every resource that has firewall rules, for TCP from these addresses to these ports. */
function written(source: string, from: number, to: number): Written[] {
  const aws = { fromPort: from, toPort: to };
  const range = from === to ? String(from) : `${from}-${to}`;
  const azure = {
    sourceAddressPrefix: source,
    destinationPortRange: range,
    protocol: "Tcp",
    access: "Allow",
    direction: "Inbound",
  };
  return [
    {
      type: group,
      properties: { ingress: [{ cidrBlocks: [source], protocol: "tcp", ...aws }] },
      source: "ingress[0].cidrBlocks[0]",
      lists: ["ingress", "ingress[0].cidrBlocks"],
    },
    {
      type: groupRule,
      properties: { type: "ingress", ipv6CidrBlocks: [source], protocol: "6", ...aws },
      source: "ipv6CidrBlocks[0]",
      lists: ["ipv6CidrBlocks"],
    },
    {
      type: ingressRule,
      properties: { cidrIpv4: source, ipProtocol: "tcp", ...aws },
      source: "cidrIpv4",
      lists: [],
    },
    {
      type: firewall,
      properties: { sourceRanges: [source], allows: [{ protocol: "tcp", ports: [range] }] },
      source: "sourceRanges[0]",
      lists: [],
    },
    ...policyRules.map((type) => ({
      type,
      properties: {
        action: "allow",
        direction: "INGRESS",
        match: { srcIpRanges: [source], layer4Configs: [{ ipProtocol: "tcp", ports: [range] }] },
      },
      source: "match.srcIpRanges[0]",
      lists: ["match.srcIpRanges"],
    })),
    {
      type: securityGroup,
      properties: { securityRules: [azure] },
      source: "securityRules[0].sourceAddressPrefix",
      lists: ["securityRules"],
    },
    {
      type: securityRule,
      properties: {
        ...azure,
        sourceAddressPrefix: undefined,
        sourceAddressPrefixes: [source],
        destinationPortRange: undefined,
        destinationPortRanges: [range],
      },
      source: "sourceAddressPrefixes[0]",
      lists: ["sourceAddressPrefixes"],
    },
  ];
}

/** A port is open to a network of one's own. */
export function fromOwnNetwork(from: number, to = from): Passing[] {
  return written("10.0.0.0/8", from, to).map(({ type, properties, lists }) =>
    passing("from a network of one's own", type, properties, lists),
  );
}

/** Another port than those that matter is open to all. */
export function anotherPort(port: number): Passing[] {
  return written("0.0.0.0/0", port, port).map(({ type, properties, source, lists }) => {
    const portList = type === securityRule ? ["destinationPortRanges"] : [];
    const sourceList = type === firewall ? ["sourceRanges"] : [];
    return passing("another port", type, properties, [...lists, ...sourceList, ...portList, source]);
  });
}

const gcpPaths = ["sourceRanges", "sourceRanges[0]", "allows", "allows[0].protocol"];
const azurePaths = ["sourceAddressPrefix", "destinationPortRange"];

const azure = { sourceAddressPrefix: "*", destinationPortRange: "*" };
const gcp = { sourceRanges: ["0.0.0.0/0"], allows: [{ protocol: "all" }] };
const policy = { match: { srcIpRanges: ["0.0.0.0/0"], layer4Configs: [{ ipProtocol: "all" }] } };
const [, , regional = ""] = policyRules;
const inMatch = [
  "match.srcIpRanges",
  "match.srcIpRanges[0]",
  "match.layer4Configs",
  "match.layer4Configs[0].ipProtocol",
];

/** What denies, goes out, is switched off or has no ports lets nobody in. */
export const lettingNobodyIn: readonly Passing[] = [
  passing("out", groupRule, { type: "egress", cidrBlocks: ["0.0.0.0/0"], protocol: "-1", fromPort: 0, toPort: 0 }, [
    "cidrBlocks",
    "cidrBlocks[0]",
    "protocol",
  ]),
  passing("ping", ingressRule, { cidrIpv4: "0.0.0.0/0", ipProtocol: "icmp", fromPort: -1, toPort: -1 }, ["cidrIpv4"]),
  passing("out", firewall, { ...gcp, direction: "EGRESS" }, gcpPaths),
  passing("switched off", firewall, { ...gcp, disabled: true }, gcpPaths),
  passing(
    "from machines of a service account",
    firewall,
    { sourceServiceAccounts: ["bastion@shop.iam.gserviceaccount.com"], allows: gcp.allows },
    [],
  ),
  passing("from tagged machines", firewall, { sourceTags: ["bastion"], allows: gcp.allows }, []),
  passing("a refusal", regional, { ...policy, action: "deny", direction: "INGRESS" }, inMatch),
  passing("left to others", regional, { ...policy, action: "goto_next", direction: "INGRESS" }, inMatch),
  passing("out", regional, { ...policy, action: "allow", direction: "EGRESS" }, [...inMatch, "action"]),
  passing("a refusal", securityRule, { ...azure, protocol: "*", access: "Deny", direction: "Inbound" }, azurePaths),
  passing("out", securityRule, { ...azure, protocol: "*", access: "Allow", direction: "Outbound" }, [
    ...azurePaths,
    "access",
  ]),
  passing("ping", securityRule, { ...azure, protocol: "Icmp", access: "Allow", direction: "Inbound" }, [
    ...azurePaths,
    "access",
    "direction",
  ]),
  passing("nothing at all", group, { ingress: [] }, ["ingress"]),
];

function passing(name: string, type: string, properties: Properties, harmless: readonly string[]): Passing {
  return { name, type, properties, harmless: Object.fromEntries(harmless.map((path) => [path, otherwise])) };
}

/** Each of them is open to the whole internet. */
export function fromEverywhere(message: (source: string) => string, from: number, to = from): Failing[] {
  return written("0.0.0.0/0", from, to).map(({ type, properties, source }) => ({
    name: "from everywhere",
    type,
    properties,
    messages: [message(source)],
  }));
}
