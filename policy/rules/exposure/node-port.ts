import type { types } from "@pulumi/kubernetes";
import { type Finding, isNoneOf, must } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";

const services = ["Service", "ServicePatch"].map((kind) => `kubernetes:core/v1:${kind}`);

/** Services don't open ports of nodes, and don't take addresses over. */
export const rule: Rule = {
  id: "exposure-node-port",
  title: "Services don't open ports of nodes, and take over no addresses.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "A port of all nodes passes by the gateway with its TLS and its firewall; an external IP takes traffic from others.",
  fix: "Use a ClusterIP Service behind a Gateway or an Ingress.",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/",
  breaksBy: alike(services, ["spec.externalIPs", "spec.type"]),
  checks: forTypes(
    services,
    check<{ spec?: types.input.core.v1.ServiceSpec }>((service): Finding[] => {
      const spec = service.at("spec");
      const type = spec.at("type");
      // The default is ClusterIP; an unknown type is refused.
      const port = type.isSet ? must(type, isNoneOf(["NodePort"])) : [];
      const addresses = spec.at("externalIPs").items();
      return [
        ...port,
        ...addresses.map((address) => ({ path: address.path, found: address.shown(), required: "none" })),
      ];
    }),
  ),
};
