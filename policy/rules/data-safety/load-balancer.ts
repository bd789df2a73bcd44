import type * as aws from "@pulumi/aws";
import { isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Load balancers refuse to be deleted. Google Cloud and Azure have no such property. */
export const rule: Rule = {
  id: "data-safety-load-balancer",
  title: "Load balancers refuse to be deleted.",
  severity: "medium",
  frameworks: {
    HIPAA: ["164.308(a)(1)(ii)(B)"],
  },
  why: "With the load balancer goes the address that domain names and partners' firewalls know.",
  fix: "Set enableDeletionProtection; switch it off in a change of its own before the load balancer is meant to go.",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  breaksBy: {
    "aws:lb/loadBalancer:LoadBalancer": ["enableDeletionProtection"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    "aws:lb/loadBalancer:LoadBalancer": check<aws.lb.LoadBalancerArgs>((balancer) =>
      must(balancer.at("enableDeletionProtection"), isTrue),
    ),
  },
};
