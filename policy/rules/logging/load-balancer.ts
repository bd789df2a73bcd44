import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isTrue, must } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";

const backends = ["gcp:compute/backendService:BackendService", "gcp:compute/regionBackendService:RegionBackendService"];

/** Load balancers log requests. Azure's are logged through diagnostic settings: see `logging-cdn`. */
export const rule: Rule = {
  id: "logging-load-balancer",
  title: "Load balancers log requests.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"], "PCI DSS 4.0": ["10.2.1"] },
  why: "An attack on the application shows in the requests first.",
  fix: "Set accessLogs with a bucket and enabled: true; on Google Cloud logConfig: { enable: true }.",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
  breaksBy: {
    "aws:lb/loadBalancer:LoadBalancer": ["accessLogs.enabled", "loadBalancerType"],
    ...alike(backends, ["logConfig.enable"]),
  },
  levels: { dev: "disabled" },
  checks: {
    "aws:lb/loadBalancer:LoadBalancer": check<aws.lb.LoadBalancerArgs>((balancer) =>
      // A gateway load balancer has no access logs.
      balancer.at("loadBalancerType").mayBe("gateway") ? [] : must(balancer.at("accessLogs").at("enabled"), isTrue),
    ),
    ...forTypes(
      backends,
      check<gcp.compute.BackendServiceArgs>((service) => must(service.at("logConfig").at("enable"), isTrue)),
    ),
  },
};
