import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isSet, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const logging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

/** Firewalls log what they refuse. Azure's are logged through the profile's diagnostic setting. */
export const rule: Rule = {
  id: "logging-firewall",
  title: "Firewalls log what they decide.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"] },
  why: "A rule that refuses customers, or lets an attack pass, shows nowhere else.",
  fix: "Add a WebAclLoggingConfiguration; on Google Cloud a logConfig of the rule.",
  source: "https://docs.aws.amazon.com/waf/latest/developerguide/logging.html",
  breaksBy: {
    "aws:wafv2/webAcl:WebAcl": [],
    "gcp:compute/firewall:Firewall": ["disabled", "logConfig"],
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": ["resourceArn"],
  },
  levels: { dev: "disabled" },
  companions: [logging],
  checks: {
    "aws:wafv2/webAcl:WebAcl": check<aws.wafv2.WebAclArgs>((_acl, context) =>
      context.companions(logging, "resourceArn").length > 0
        ? []
        : [{ path: "logging configuration", found: "not there", required: "one with this resourceArn" }],
    ),
    "gcp:compute/firewall:Firewall": check<gcp.compute.FirewallArgs>((firewall) =>
      firewall.at("disabled").mayBe(true) ? [] : must(firewall.at("logConfig"), isSet),
    ),
  },
};
