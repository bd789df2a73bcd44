import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Context } from "../core/context";
import type { Finding } from "../core/finding";
import { type Check, check } from "../core/rule";
import {
  type FirewallRule,
  ofAclRule,
  ofFirewall,
  ofIngressRule,
  ofPolicyRule,
  ofSecurityGroup,
  ofSecurityRule,
  says,
} from "./firewall-rules";

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
