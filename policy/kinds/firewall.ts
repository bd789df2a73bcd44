import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Context } from "../core/context";
import type { Finding } from "../core/finding";
import { alike, type Check, check, type Rule } from "../core/rule";
import {
  type FirewallRule,
  mayEqual,
  ofAclRule,
  ofFirewall,
  ofIngressRule,
  ofPolicyRule,
  ofSecurityGroup,
  ofSecurityRule,
} from "./firewall-rules";

const policyRules = [
  "gcp:compute/firewallPolicyRule:FirewallPolicyRule",
  "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule",
  "gcp:compute/regionNetworkFirewallPolicyRule:RegionNetworkFirewallPolicyRule",
];

/** For `breaksBy`: what `ofFirewalls` reads of each resource. */
export const firewallsBreakBy: Rule["breaksBy"] = {
  "aws:ec2/securityGroup:SecurityGroup": [
    "ingress[].cidrBlocks",
    "ingress[].fromPort",
    "ingress[].ipv6CidrBlocks",
    "ingress[].protocol",
    "ingress[].toPort",
  ],
  "aws:ec2/securityGroupRule:SecurityGroupRule": [
    "cidrBlocks",
    "fromPort",
    "ipv6CidrBlocks",
    "protocol",
    "toPort",
    "type",
  ],
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [
    "cidrIpv4",
    "cidrIpv6",
    "fromPort",
    "ipProtocol",
    "toPort",
  ],
  "gcp:compute/firewall:Firewall": [
    "allows[].ports",
    "allows[].protocol",
    "direction",
    "disabled",
    "sourceRanges",
    "sourceServiceAccounts",
    "sourceTags",
  ],
  ...alike(policyRules, [
    "action",
    "direction",
    "disabled",
    "match.layer4Configs[].ipProtocol",
    "match.layer4Configs[].ports",
    "match.srcIpRanges",
  ]),
  "azure-native:network:NetworkSecurityGroup": [
    "securityRules[].access",
    "securityRules[].destinationPortRange",
    "securityRules[].destinationPortRanges",
    "securityRules[].direction",
    "securityRules[].protocol",
    "securityRules[].sourceAddressPrefix",
    "securityRules[].sourceAddressPrefixes",
  ],
  "azure-native:network:SecurityRule": [
    "access",
    "destinationPortRange",
    "destinationPortRanges",
    "direction",
    "protocol",
    "sourceAddressPrefix",
    "sourceAddressPrefixes",
  ],
};

/** Judges one rule of a firewall. */
type FirewallCheck = (rule: FirewallRule, context: Context) => Finding[];

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
        ofSecurityGroup(rule, () => !mayEqual(rule.at("type"), "egress")),
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

/** A check of every rule by which a network ACL lets something in. */
export function ofNetworkAcls(judge: FirewallCheck): Record<string, Check> {
  const whole: Check = check<aws.ec2.NetworkAclArgs>((acl, context) =>
    acl
      .at("ingress")
      .items()
      .flatMap((rule) =>
        judge(
          ofAclRule(rule, () => !mayEqual(rule.at("action"), "deny")),
          context,
        ),
      ),
  );
  return {
    "aws:ec2/networkAcl:NetworkAcl": whole,
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": whole,
    "aws:ec2/networkAclRule:NetworkAclRule": check<aws.ec2.NetworkAclRuleArgs>((rule, context) =>
      judge(
        ofAclRule(rule, () => !mayEqual(rule.at("ruleAction"), "deny") && !rule.at("egress").mayBe(true)),
        context,
      ),
    ),
  };
}

/** The findings of those ports that everybody on the internet reaches. */
export function reachable(rule: FirewallRule, ports: readonly number[], required: string): Finding[] {
  const world = rule.world();
  if (world.length === 0) return [];
  const ranges = rule.ports();
  const reached = ports.filter((port) => ranges.some(({ from, to }) => from <= port && port <= to));
  if (reached.length === 0 || !rule.admits()) return [];
  return world.map((source) => ({
    path: source.path,
    found: `${source.shown()} for port ${reached.join(", ")}`,
    required,
  }));
}
