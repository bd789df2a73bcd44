import type * as aws from "@pulumi/aws";
import type * as kubernetes from "@pulumi/kubernetes";
import { type Finding, isSet, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";

/** Policies that take TLS 1.2 and later only (Elastic Load Balancing, "Security policies for your Application Load Balancer"). */
const modern = /^ELBSecurityPolicy-(TLS13-1-[23]-|TLS-1-2-|FS-1-2-)/;

/** Protocols of both kinds of load balancers (Elastic Load Balancing API, `CreateListener`); a gateway's listener has none. */
const protocols = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"];

const listener = check<aws.lb.ListenerArgs>((args): Finding[] => {
  const kind = args.at("protocol");
  const protocol = kind.text();
  if (kind.isSet && kind.known && !protocols.includes(protocol ?? "")) {
    return [{ path: kind.path, found: kind.shown(), required: `one of ${protocols.join(", ")}` }];
  }
  if (protocol === "HTTP") return redirects(args.at("defaultActions"));
  const policy = args.at("sslPolicy");
  if ((protocol !== "HTTPS" && protocol !== "TLS") || !policy.known || modern.test(policy.text() ?? "")) return [];
  return [
    {
      path: policy.path,
      found: policy.shown(),
      required: "a policy of TLS 1.2 or later",
      mend: 'Set "ELBSecurityPolicy-TLS13-1-2-2021-06" or a later one.',
    },
  ];
});

/** An HTTP listener is there to say where HTTPS is. */
function redirects(actions: View<{ type: string; redirect?: { protocol?: string } }[]>): Finding[] {
  return actions.items().flatMap((action) => {
    const type = action.at("type");
    if (!type.known || type.text() === "fixed-response") return [];
    if (type.text() !== "redirect")
      return [{ path: type.path, found: type.shown(), required: 'a "redirect" to HTTPS' }];
    const protocol = action.at("redirect").at("protocol");
    return require(protocol, { words: '"HTTPS"', allows: (value) => value.text() === "HTTPS" });
  });
}

/** What is read of a Gateway (Gateway API reference, v1). */
interface Gateway {
  spec: { listeners: { name: string; protocol: string; tls?: { certificateRefs?: object[] } }[] };
}

const gateway = check<Gateway>((args): Finding[] => {
  const listeners = args.at("spec").at("listeners");
  const items = listeners.items();
  if (!listeners.known || items.some((item) => !item.at("protocol").known)) return [];
  return items.some((item) => ["HTTPS", "TLS"].includes(item.at("protocol").text() ?? ""))
    ? []
    : [{ path: "spec.listeners", found: "without HTTPS or TLS", required: "an HTTPS listener" }];
});

const ingress = check<kubernetes.networking.v1.IngressArgs>((args): Finding[] => {
  const spec = args.at("spec");
  return spec.isSet
    ? require(spec.at("tls"), { ...isSet, words: "a certificate for every host", allows: hasItems })
    : [];
});

function hasItems(value: View): boolean {
  return value.as<unknown[]>().items().length > 0;
}

/** Load balancers, gateways and ingresses speak TLS 1.2 or later; plain HTTP redirects. */
export const rule: Rule = {
  id: "encryption-in-transit-load-balancer",
  title: "Load balancers speak TLS 1.2 or later, and plain HTTP redirects to it.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
    GDPR: ["Art. 32"],
  },
  why: "Passwords and sessions cross the network in clear text, or in a cipher that is broken.",
  mend: "Terminate TLS with a certificate, and let HTTP redirect to it.",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  breaksBy: {
    "aws:lb/listener:Listener": [
      "defaultActions[].redirect.protocol",
      "defaultActions[].type",
      "protocol",
      "sslPolicy",
    ],
    "kubernetes:gateway.networking.k8s.io/v1:Gateway": ["spec.listeners[].protocol"],
    "kubernetes:networking.k8s.io/v1:Ingress": ["spec.tls"],
  },
  checks: {
    "aws:lb/listener:Listener": listener,
    "kubernetes:gateway.networking.k8s.io/v1:Gateway": gateway,
    "kubernetes:networking.k8s.io/v1:Ingress": ingress,
  },
};
