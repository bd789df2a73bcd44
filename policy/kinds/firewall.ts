import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Finding } from "../core/finding";
import { type Check, check } from "../core/rule";
import type { View } from "../core/view";

/** Ports from one to another, both among them. */
export interface PortRange {
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

export type FirewallCheck = (rule: FirewallRule, check: Parameters<Check>[1]) => Finding[];

const allPorts: PortRange = { from: 0, to: 65_535 };
/** Protocols without ports, by name and by number (IANA protocol numbers). */
const portless = new Set(["icmp", "icmpv6", "1", "58", "esp", "ah", "50", "51", "gre", "47", "ipip", "94"]);

/**
 * Whether addresses are the whole internet or so large a part of it that nobody owns it: private ranges begin at /8 and, in
 * IPv6, at /7. Azure has names for it.
 */
export function isWorld(addresses: string): boolean {
  if (["*", "any", "internet", "0.0.0.0"].includes(addresses.toLowerCase())) return true;
  const [, base = "", prefix = ""] = /^([\da-f:.]+)\/(\d+)$/i.exec(addresses) ?? [];
  return base !== "" && Number(prefix) < (base.includes(":") ? 4 : 8);
}

/** The values among them that are the whole internet. */
export function worldIn(sources: readonly View[]): View[] {
  return sources.filter((source) => isWorld(source.text() ?? ""));
}

/** A check of every rule by which a network lets something in. */
export function ofFirewalls(judge: FirewallCheck): Record<string, Check> {
  return {
    "aws:ec2/securityGroup:SecurityGroup": check<aws.ec2.SecurityGroupArgs>((group, context) =>
      group
        .at("ingress")
        .items()
        .flatMap((rule) =>
          judge(
            ofSecurityGroup(rule, () => true),
            context,
          ),
        ),
    ),
    "aws:ec2/securityGroupRule:SecurityGroupRule": check<aws.ec2.SecurityGroupRuleArgs>((rule, context) =>
      judge(
        ofSecurityGroup(rule, () => !says(rule.at("type"), "egress")),
        context,
      ),
    ),
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": check<aws.vpc.SecurityGroupIngressRuleArgs>(
      (rule, context) => judge(ofIngressRule(rule), context),
    ),
    "gcp:compute/firewall:Firewall": check<gcp.compute.FirewallArgs>((firewall, context) =>
      judge(ofFirewall(firewall), context),
    ),
    ...Object.fromEntries(
      policyRules.map((type) => [
        type,
        check<gcp.compute.NetworkFirewallPolicyRuleArgs>((rule, context) => judge(ofPolicyRule(rule), context)),
      ]),
    ),
    "azure-native:network:NetworkSecurityGroup": check<azure.network.NetworkSecurityGroupArgs>((group, context) =>
      group
        .at("securityRules")
        .items()
        .flatMap((rule) => judge(ofSecurityRule(rule), context)),
    ),
    "azure-native:network:SecurityRule": check<azure.network.SecurityRuleArgs>((rule, context) =>
      judge(ofSecurityRule(rule), context),
    ),
  };
}

const policyRules = [
  "gcp:compute/firewallPolicyRule:FirewallPolicyRule",
  "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule",
  "gcp:compute/regionNetworkFirewallPolicyRule:RegionNetworkFirewallPolicyRule",
];

/** A check of every rule by which a network ACL lets something in. */
export function ofNetworkAcls(judge: FirewallCheck): Record<string, Check> {
  const whole: Check = check<aws.ec2.NetworkAclArgs>((acl, context) =>
    acl
      .at("ingress")
      .items()
      .flatMap((rule) =>
        judge(
          ofAclRule(rule, () => !says(rule.at("action"), "deny")),
          context,
        ),
      ),
  );
  return {
    "aws:ec2/networkAcl:NetworkAcl": whole,
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": whole,
    "aws:ec2/networkAclRule:NetworkAclRule": check<aws.ec2.NetworkAclRuleArgs>((rule, context) =>
      judge(
        ofAclRule(rule, () => !says(rule.at("ruleAction"), "deny") && !rule.at("egress").mayBe(true)),
        context,
      ),
    ),
  };
}

/** Sources that are the whole internet and by which one of these ports is reached, and which ones. */
export function reaching(rule: FirewallRule, ports: readonly number[]): { source: View; ports: number[] }[] {
  const world = rule.world();
  if (world.length === 0) return [];
  const ranges = rule.ports();
  const reached = ports.filter((port) => ranges.some(({ from, to }) => from <= port && port <= to));
  return reached.length > 0 && rule.admits() ? world.map((source) => ({ source, ports: reached })) : [];
}

/** The findings of ports that must not be reached from the whole internet. */
export function reachable(rule: FirewallRule, ports: readonly number[], required: string): Finding[] {
  return reaching(rule, ports).map(({ source, ports: reached }) => ({
    path: source.path,
    found: `${source.shown()} for port ${reached.join(", ")}`,
    required,
  }));
}

type SecurityGroupRule = {
  cidrBlocks?: string[];
  ipv6CidrBlocks?: string[];
  protocol: string;
  fromPort: number;
  toPort: number;
};

function ofSecurityGroup(view: View, admits: () => boolean): FirewallRule {
  const rule = view.as<SecurityGroupRule>();
  return {
    world: () => worldIn([...rule.at("cidrBlocks").items(), ...rule.at("ipv6CidrBlocks").items()]),
    ports: () => awsPorts(rule.at("protocol"), rule.at("fromPort"), rule.at("toPort")),
    admits,
  };
}

function ofIngressRule(rule: View<Unwrap<aws.vpc.SecurityGroupIngressRuleArgs>>): FirewallRule {
  return {
    world: () => worldIn([rule.at("cidrIpv4"), rule.at("cidrIpv6")]),
    ports: () => awsPorts(rule.at("ipProtocol"), rule.at("fromPort"), rule.at("toPort")),
    admits: () => true,
  };
}

type AclRule = { cidrBlock?: string; ipv6CidrBlock?: string; protocol: string; fromPort?: number; toPort?: number };

function ofAclRule(view: View, admits: () => boolean): FirewallRule {
  const rule = view.as<AclRule>();
  return {
    world: () => worldIn([rule.at("cidrBlock"), rule.at("ipv6CidrBlock")]),
    ports: () => awsPorts(rule.at("protocol"), rule.at("fromPort"), rule.at("toPort")),
    admits,
  };
}

/** Where nothing is said of sources, everybody is one. Disabled rules are kept for later, and do nothing. */
function ofFirewall(firewall: View<Unwrap<gcp.compute.FirewallArgs>>): FirewallRule {
  const ranges = firewall.at("sourceRanges");
  const named = () => firewall.at("sourceTags").isSet || firewall.at("sourceServiceAccounts").isSet;
  return {
    world: () => (ranges.isSet || named() ? worldIn(ranges.items()) : [ranges]),
    ports: () =>
      firewall
        .at("allows")
        .items()
        .flatMap((allowed) => gcpPorts(allowed.at("protocol"), allowed.at("ports"))),
    admits: () => !says(firewall.at("direction"), "egress") && !firewall.at("disabled").mayBe(true),
  };
}

function ofPolicyRule(rule: View<Unwrap<gcp.compute.NetworkFirewallPolicyRuleArgs>>): FirewallRule {
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
      !says(action, "deny") &&
      !says(action, "goto_next") &&
      !says(rule.at("direction"), "egress") &&
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

function ofSecurityRule(view: View): FirewallRule {
  const rule = view.as<AzureRule>();
  const protocol = rule.at("protocol");
  return {
    world: () => worldIn([rule.at("sourceAddressPrefix"), ...rule.at("sourceAddressPrefixes").items()]),
    ports: () => [rule.at("destinationPortRange"), ...rule.at("destinationPortRanges").items()].flatMap(rangeOf),
    admits: () =>
      !says(rule.at("access"), "deny") &&
      !says(rule.at("direction"), "outbound") &&
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
function says(value: View, text: string): boolean {
  return !value.known || value.text()?.toLowerCase() === text;
}
