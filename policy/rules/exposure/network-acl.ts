import type { Finding } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { everywhere, numbersSetting } from "../../core/setting";
import { ofNetworkAcls, reachable } from "../../kinds/firewall";
import type { FirewallRule } from "../../kinds/firewall-rules";

const ports = numbersSetting("ports", "Ports by which machines are administered.", everywhere([22, 3389]));

/** An ACL keeps no state: answers come back to ports above 1023, which have to be open for that. */
function withoutAnswers(rule: FirewallRule): FirewallRule {
  return { ...rule, ports: () => rule.ports().filter(({ from, to }) => from < 1024 || to < 60_999) };
}

/** Network ACLs don't let the internet administer machines. */
export const rule: Rule = {
  id: "exposure-network-acl",
  title: "Network ACLs don't open ports for administration to the internet.",
  severity: "medium",
  frameworks: {
    "CIS AWS Foundations 7.0": ["6.2"],
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "The ACL is what still holds where somebody opens a security group by mistake.",
  fix: "Allow the ports that are served, and 1024 to 65535 for answers.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  breaksBy: {
    "aws:ec2/networkAcl:NetworkAcl": [
      "ingress[].action",
      "ingress[].cidrBlock",
      "ingress[].ipv6CidrBlock",
      "ingress[].protocol",
    ],
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": [
      "ingress[].action",
      "ingress[].cidrBlock",
      "ingress[].fromPort",
      "ingress[].ipv6CidrBlock",
      "ingress[].protocol",
      "ingress[].toPort",
    ],
    "aws:ec2/networkAclRule:NetworkAclRule": [
      "cidrBlock",
      "egress",
      "fromPort",
      "ipv6CidrBlock",
      "protocol",
      "ruleAction",
      "toPort",
    ],
  },
  settings: [ports],
  checks: ofNetworkAcls((acl, context): Finding[] =>
    reachable(withoutAnswers(acl), context.get(ports), "addresses that you know"),
  ),
};
