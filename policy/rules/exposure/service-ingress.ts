import type * as gcp from "@pulumi/gcp";
import { type Finding, isOneOf, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/**
 * A Cloud Run service that allows anonymous calls has no way in but its load balancer. Whether everybody may call one that
 * does ask is said by a grant.
 */
export const rule: Rule = {
  id: "exposure-service-ingress",
  title: "Cloud Run services that allow anonymous calls are reached through a load balancer only.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "The service's own address leads past the load balancer, with its firewall, its limits and its log.",
  fix: "Let in what comes from inside or through a load balancer, or keep the invoker check.",
  source: "https://cloud.google.com/run/docs/securing/ingress",
  breaksBy: {
    "gcp:cloudrunv2/service:Service": ["ingress", "invokerIamDisabled"],
    "gcp:cloudrun/service:Service": [
      'metadata.annotations["run.googleapis.com/ingress"]',
      'metadata.annotations["run.googleapis.com/invoker-iam-disabled"]',
    ],
  },
  checks: {
    // Where nothing is said, all traffic comes in, and callers need a grant.
    "gcp:cloudrunv2/service:Service": check<gcp.cloudrunv2.ServiceArgs>((service): Finding[] =>
      service.at("invokerIamDisabled").boolean() === true
        ? must(
            service.at("ingress"),
            isOneOf(["INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", "INGRESS_TRAFFIC_INTERNAL_ONLY"]),
          )
        : [],
    ),
    // The first version says both in annotations, which are texts. Anything but a word for yes keeps the check.
    "gcp:cloudrun/service:Service": check<gcp.cloudrun.ServiceArgs>((service): Finding[] => {
      const annotations = service.at("metadata").at("annotations").as<Record<string, string>>();
      const disabled = annotations.at("run.googleapis.com/invoker-iam-disabled");
      return disabled.text()?.toLowerCase() === "true" || disabled.boolean() === true
        ? must(annotations.at("run.googleapis.com/ingress"), isOneOf(["internal-and-cloud-load-balancing", "internal"]))
        : [];
    }),
  },
};
