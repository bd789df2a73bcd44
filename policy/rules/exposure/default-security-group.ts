import type * as aws from "@pulumi/aws";
import type { Finding } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";

function none(rules: View<unknown[] | undefined>): Finding[] {
  const { length } = rules.items();
  return length === 0
    ? []
    : [{ path: rules.path, found: `${length} rule${length === 1 ? "" : "s"}`, required: "none" }];
}

/**
 * A VPC's default security group lets nothing through. Only Amazon has one; Google's default network has firewall rules of
 * its own, which `exposure-admin-ports` would report if they were written.
 */
export const rule: Rule = {
  id: "exposure-default-security-group",
  title: "The default security group of a VPC lets nothing through.",
  severity: "medium",
  frameworks: {
    "CIS AWS Foundations 7.0": ["6.5"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "What is started without a security group gets the default one, and reaches everything else in it.",
  fix: "Declare it with empty lists of rules, and give each resource a group of its own.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
  breaksBy: {
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": ["egress", "ingress"],
  },
  checks: {
    // Pulumi takes the group over and removes the rules that are not written.
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": check<aws.ec2.DefaultSecurityGroupArgs>((group) => [
      ...none(group.at("ingress")),
      ...none(group.at("egress")),
    ]),
  },
};
