import { type BrokenConfig, override } from "./row";

const range = "a private IPv4 range of /16 to /20, such as 10.0.0.0/16";

function badRange(name: string, cidr: string): BrokenConfig {
  return override(name, { network: { cidr } }, `network.cidr is "${cidr}"; allowed: ${range}`);
}

/** The network. */
export const brokenNetworks: readonly BrokenConfig[] = [
  badRange("a range that is none", "everything"),
  badRange("an empty range", ""),
  badRange("an address without a prefix", "10.0.0.0"),
  badRange("a prefix that is too long for IPv4", "10.0.0.0/33"),
  badRange("an octet too many", "10.0.0.0.0/16"),
  badRange("an octet too large", "10.256.0.0/16"),
  badRange("an octet with a zero before it", "010.0.0.0/16"),
  badRange("a range of IPv6", "fd00::/48"),
  badRange("a public range", "8.8.0.0/16"),
  badRange("a range beside the private ones", "172.32.0.0/16"),
  badRange("the range of link-local addresses", "169.254.0.0/16"),
  badRange("a range that is too small", "10.0.0.0/24"),
  badRange("a range that is too small by one bit", "10.0.0.0/21"),
  badRange("a range that is too large", "10.0.0.0/8"),
  override(
    "a range that starts inside itself",
    { network: { cidr: "10.0.8.0/20" } },
    'network.cidr is "10.0.8.0/20", which has bits set below its prefix; allowed: 10.0.0.0/20',
  ),
  override("a range that is a number", { network: { cidr: 10 } }, "network.cidr is 10; allowed: a text"),
  override(
    "a network that is a range",
    { network: "10.0.0.0/16" },
    'network is "10.0.0.0/16"; allowed: a set of keys and values',
  ),
  override("a zone too few", { network: { zones: 1 } }, "network.zones is 1; allowed: 2 or 3"),
  override("a zone too many", { network: { zones: 4 } }, "network.zones is 4; allowed: 2 or 3"),
  override("zones in a text", { network: { zones: "3" } }, 'network.zones is "3"; allowed: 2 or 3'),
  override(
    "a kind of NAT that is not there",
    { network: { nat: "double" } },
    'network.nat is "double"; allowed: one of single, per-zone',
  ),
];
