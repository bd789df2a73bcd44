import type { types } from "@pulumi/kubernetes";
import type { Finding } from "../../core/finding";
import { alike, type Check, check, type Rule } from "../../core/rule";
import { everywhere, numbersSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { worldIn } from "../../kinds/addresses";

const ports = numbersSetting("ports", "Ports that may be open to everybody.", everywhere([80, 443]));

type Service = { metadata?: types.input.meta.v1.ObjectMeta; spec?: types.input.core.v1.ServiceSpec };

const [service, servicePatch] = ["kubernetes:core/v1:Service", "kubernetes:core/v1:ServicePatch"] as const;
const services = [service, servicePatch];

/** How the clouds' controllers are told that a load balancer is for the network only. */
const internal: Readonly<Record<string, string>> = {
  "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal",
  "service.beta.kubernetes.io/aws-load-balancer-internal": "true",
  "networking.gke.io/load-balancer-type": "Internal",
  "cloud.google.com/load-balancer-type": "Internal",
  "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
};

function isInternal(args: View<Service>): boolean {
  const annotations = args.at("metadata").at("annotations").as<Record<string, string>>();
  return !annotations.known || Object.entries(internal).some(([key, value]) => annotations.at(key).mayBe(value));
}

/** Ports beside those that may be open to everybody, where the sources are the world; a patch may leave out what is patched. */
const ofService = (isPatch: boolean): Check =>
  check<Service>((args, context): Finding[] => {
    const spec = args.at("spec");
    const kind = spec.at("type");
    if (kind.text() !== "LoadBalancer" && (kind.isSet || !isPatch)) return [];
    const allowed = context.get(ports);
    const others = spec
      .at("ports")
      .items()
      .map((port) => port.at("port"))
      .filter((port) => port.known && !allowed.includes(port.number() ?? -1));
    const ranges = spec.at("loadBalancerSourceRanges");
    const sources = ranges.items();
    const isSilent = sources.length === 0 && isPatch;
    const named = !ranges.known || isSilent || (sources.length > 0 && worldIn(sources).length === 0);
    if (others.length === 0 || named || isInternal(args)) return [];
    return [
      {
        path: ranges.path,
        found: `${ranges.shown()} for port ${others.map((port) => port.number() ?? "unknown").join(", ")}`,
        required: "addresses that you know",
      },
    ];
  });

/** A gateway has a load balancer for websites; all else that is open names those who come. */
export const rule: Rule = {
  id: "exposure-service-load-balancer",
  title: "Load balancers of Services are for websites, for the network, or for sources that they name.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "A Service of this type gets an address on the internet, where a database or a queue answers everybody.",
  fix: "Name spec.loadBalancerSourceRanges, use a ClusterIP, or make the load balancer internal by its annotation.",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer",
  breaksBy: {
    ...alike(services, [
      'metadata.annotations["cloud.google.com/load-balancer-type"]',
      'metadata.annotations["networking.gke.io/load-balancer-type"]',
      'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-internal"]',
      'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-scheme"]',
      'metadata.annotations["service.beta.kubernetes.io/azure-load-balancer-internal"]',
      "spec.loadBalancerSourceRanges",
      "spec.ports[].port",
      "spec.type",
    ]),
  },
  settings: [ports],
  checks: { [service]: ofService(false), [servicePatch]: ofService(true) },
};
