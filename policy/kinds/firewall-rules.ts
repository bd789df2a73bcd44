import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { View } from "../core/view";
import { worldIn } from "./addresses";

/** Ports from one to another, both among them. */
interface PortRange {
  from: number;
  to: number;
}

/** One rule of a firewall, the same for every cloud. It is read only as far as it is asked, in this order. */
export interface FirewallRule {
  /** Those of its sources that are the whole internet. */
  world(): View[];
  /** Ports that it is about; none where its protocol has none. */
  ports(): PortRange[];
  /** Whether it lets something in: neither denies, nor is switched off, nor is about what goes out. */
  admits(): boolean;
}

const allPorts: PortRange = { from: 0, to: 65_535 };
/** Protocols without ports, by name and by number (IANA protocol numbers). */
const portless = new Set(["icmp", "icmpv6", "1", "58", "esp", "ah", "50", "51", "gre", "47", "ipip", "94"]);

type SecurityGroupRule = {
  cidrBlocks?: string[];
  ipv6CidrBlocks?: string[];
  protocol: string;
  fromPort: number;
  toPort: number;
};

export function ofSecurityGroup(view: View, admits: () => boolean): FirewallRule {
  const rule = view.as<SecurityGroupRule>();
  return {
    world: () => worldIn([...rule.at("cidrBlocks").items(), ...rule.at("ipv6CidrBlocks").items()]),
    ports: () => awsPorts(rule.at("protocol"), rule.at("fromPort"), rule.at("toPort")),
    admits,
  };
}

export function ofIngressRule(rule: View<Unwrap<aws.vpc.SecurityGroupIngressRuleArgs>>): FirewallRule {
  return {
    world: () => worldIn([rule.at("cidrIpv4"), rule.at("cidrIpv6")]),
    ports: () => awsPorts(rule.at("ipProtocol"), rule.at("fromPort"), rule.at("toPort")),
    admits: () => true,
  };
}

type AclRule = { cidrBlock?: string; ipv6CidrBlock?: string; protocol: string; fromPort?: number; toPort?: number };

export function ofAclRule(view: View, admits: () => boolean): FirewallRule {
  const rule = view.as<AclRule>();
  return {
    world: () => worldIn([rule.at("cidrBlock"), rule.at("ipv6CidrBlock")]),
    ports: () => awsPorts(rule.at("protocol"), rule.at("fromPort"), rule.at("toPort")),
    admits,
  };
}

/** Where nothing is said of sources, everybody is one. Disabled rules are kept for later, and do nothing. */
export function ofFirewall(firewall: View<Unwrap<gcp.compute.FirewallArgs>>): FirewallRule {
  const ranges = firewall.at("sourceRanges");
  const named = () => firewall.at("sourceTags").isSet || firewall.at("sourceServiceAccounts").isSet;
  return {
    world: () => (ranges.isSet || named() ? worldIn(ranges.items()) : [ranges]),
    ports: () =>
      firewall
        .at("allows")
        .items()
        .flatMap((allowed) => gcpPorts(allowed.at("protocol"), allowed.at("ports"))),
    admits: () => !mayEqual(firewall.at("direction"), "egress") && !firewall.at("disabled").mayBe(true),
  };
}

export function ofPolicyRule(rule: View<Unwrap<gcp.compute.NetworkFirewallPolicyRuleArgs>>): FirewallRule {
  const match = rule.at("match");
  const action = rule.at("action");
  return {
    world: () => worldIn(match.at("srcIpRanges").items()),
    ports: () =>
      match
        .at("layer4Configs")
        .items()
        .flatMap((config) => gcpPorts(config.at("ipProtocol"), config.at("ports"))),
    admits: () =>
      !mayEqual(action, "deny") &&
      !mayEqual(action, "goto_next") &&
      !mayEqual(rule.at("direction"), "egress") &&
      !rule.at("disabled").mayBe(true),
  };
}

type AzureRule = {
  sourceAddressPrefix?: string;
  sourceAddressPrefixes?: string[];
  destinationPortRange?: string;
  destinationPortRanges?: string[];
  protocol: string;
  access: string;
  direction: string;
};

export function ofSecurityRule(view: View): FirewallRule {
  const rule = view.as<AzureRule>();
  const protocol = rule.at("protocol");
  return {
    world: () => worldIn([rule.at("sourceAddressPrefix"), ...rule.at("sourceAddressPrefixes").items()]),
    ports: () => [rule.at("destinationPortRange"), ...rule.at("destinationPortRanges").items()].flatMap(rangeOf),
    admits: () =>
      !mayEqual(rule.at("access"), "deny") &&
      !mayEqual(rule.at("direction"), "outbound") &&
      protocol.known &&
      !portless.has(protocol.text()?.toLowerCase() ?? ""),
  };
}

/** A rule of all protocols is one of all ports, whatever ports it names. */
function awsPorts(protocol: View, from: View, to: View): PortRange[] {
  if (!protocol.known) return [];
  const name = protocol.text()?.toLowerCase() ?? "-1";
  if (["-1", "all", "*"].includes(name)) return [allPorts];
  if (portless.has(name) || !from.known || !to.known) return [];
  return [{ from: from.number() ?? allPorts.from, to: to.number() ?? allPorts.to }];
}

/** A protocol without ports named is open in all of them. */
function gcpPorts(protocol: View, ports: View<string[] | undefined>): PortRange[] {
  if (!protocol.known) return [];
  const name = protocol.text()?.toLowerCase() ?? "all";
  if (name === "all") return [allPorts];
  if (portless.has(name) || !ports.known) return [];
  const ranges = ports.items();
  return ranges.length === 0 ? [allPorts] : ranges.flatMap(rangeOf);
}

/** `22`, `8000-8080` or `*`. */
function rangeOf(range: View): PortRange[] {
  const text = range.text() ?? String(range.number() ?? "");
  if (text === "*") return [allPorts];
  const [, from, to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(text) ?? [];
  return from === undefined ? [] : [{ from: Number(from), to: Number(to) }];
}

/** Whether it says that, in whatever case, or may turn out to. */
export function mayEqual(value: View, text: string): boolean {
  return !value.known || value.text()?.toLowerCase() === text;
}
