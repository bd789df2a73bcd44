import type * as gcp from "@pulumi/gcp";
import { type Finding, isOneOf, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/**
 * A service of Cloud Run that asks nobody who he is has no way in but its load balancer. Whether everybody may call one that
 * does ask is said by a grant.
 */
export const rule: Rule = {
  id: "exposure-service-ingress",
  title: "Cloud Run services that ask nobody who calls are reached through a load balancer only.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "The service's own address leads past the load balancer, with its firewall, its limits and its log.",
  mend: 'Set ingress to "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", or keep the invoker check.',
  source: "https://cloud.google.com/run/docs/securing/ingress",
  breaksBy: {
    "gcp:cloudrunv2/service:Service": ["ingress", "invokerIamDisabled"],
  },
  checks: {
    // Where nothing is said, all traffic comes in, and callers need a grant.
    "gcp:cloudrunv2/service:Service": check<gcp.cloudrunv2.ServiceArgs>((service): Finding[] =>
      service.at("invokerIamDisabled").boolean() === true
        ? require(service.at("ingress"), isOneOf([
            "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
            "INGRESS_TRAFFIC_INTERNAL_ONLY",
          ]))
        : [],
    ),
  },
};
