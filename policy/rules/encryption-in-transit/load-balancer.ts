import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import { type Finding, must, type Requirement } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { clearListeners, gatewayPolicies } from "../../kinds/application-gateway";
import { albPolicyOf, hostsWithoutTls, type Ingress } from "../../kinds/ingress";
import { withPatch } from "../../kinds/patches";

/** Policies that take TLS 1.2 and later only (Elastic Load Balancing, "Security policies for your Application Load Balancer"). */
const modern = /^ELBSecurityPolicy-(TLS13-1-[23]-|TLS-1-2-|FS-1-2-)/;

/** A classic load balancer can't redirect. TCP is its servers' own matter. */
const classic: Requirement = {
  words: '"HTTPS" or "SSL"',
  allows: (value) => value.text()?.toUpperCase() !== "HTTP",
};

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
  return [oldPolicy(policy)];
});

/** An HTTP listener is there to say where HTTPS is. */
function redirects(actions: View<{ type: string; redirect?: { protocol?: string } }[]>): Finding[] {
  return actions.items().flatMap((action) => {
    const type = action.at("type");
    if (!type.known || type.text() === "fixed-response") return [];
    if (type.text() !== "redirect")
      return [{ path: type.path, found: type.shown(), required: 'a "redirect" to HTTPS' }];
    const protocol = action.at("redirect").at("protocol");
    return must(protocol, { words: '"HTTPS"', allows: (value) => value.text() === "HTTPS" });
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

const ingress = check<Ingress>((args): Finding[] => [...hostsWithoutTls(args), ...oldPolicyOf(args)]);
function oldPolicyOf(args: View<Ingress>): Finding[] {
  const policy = albPolicyOf(args);
  return policy.isSet && policy.known && !modern.test(policy.text() ?? "") ? [oldPolicy(policy)] : [];
}

function oldPolicy(policy: View): Finding {
  return {
    path: policy.path,
    found: policy.shown(),
    required: "a policy of TLS 1.2 or later",
    fix: 'Set "ELBSecurityPolicy-TLS13-1-2-2021-06" or a later one.',
  };
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
  fix: "Terminate TLS with a certificate, and let HTTP redirect to it.",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  breaksBy: {
    "aws:lb/listener:Listener": [
      "defaultActions[].redirect.protocol",
      "defaultActions[].type",
      "protocol",
      "sslPolicy",
    ],
    "kubernetes:gateway.networking.k8s.io/v1:Gateway": ["spec.listeners[].protocol"],
    "kubernetes:networking.k8s.io/v1:Ingress": [
      'metadata.annotations["alb.ingress.kubernetes.io/certificate-arn"]',
      'metadata.annotations["alb.ingress.kubernetes.io/ssl-policy"]',
      'metadata.annotations["appgw.ingress.kubernetes.io/appgw-ssl-certificate"]',
      'metadata.annotations["ingress.gcp.kubernetes.io/pre-shared-cert"]',
      'metadata.annotations["networking.gke.io/managed-certificates"]',
      "spec.rules[].host",
      "spec.tls[].hosts",
    ],
    "kubernetes:networking.k8s.io/v1:IngressPatch": [
      'metadata.annotations["alb.ingress.kubernetes.io/certificate-arn"]',
      'metadata.annotations["alb.ingress.kubernetes.io/ssl-policy"]',
      'metadata.annotations["appgw.ingress.kubernetes.io/appgw-ssl-certificate"]',
      'metadata.annotations["ingress.gcp.kubernetes.io/pre-shared-cert"]',
      'metadata.annotations["networking.gke.io/managed-certificates"]',
      "spec.rules[].host",
      "spec.tls[].hosts",
    ],
    "azure-native:network:ApplicationGateway": [
      "httpListeners[].name",
      "httpListeners[].protocol",
      "requestRoutingRules[].httpListener.id",
      "requestRoutingRules[].redirectConfiguration",
      "requestRoutingRules[].urlPathMap.id",
      "sslPolicy.minProtocolVersion",
      "sslPolicy.policyName",
      "sslPolicy.policyType",
      "sslProfiles[].sslPolicy.minProtocolVersion",
      "sslProfiles[].sslPolicy.policyName",
      "sslProfiles[].sslPolicy.policyType",
      "urlPathMaps[].defaultRedirectConfiguration",
      "urlPathMaps[].name",
      "urlPathMaps[].pathRules[].redirectConfiguration",
    ],
    "aws:elb/loadBalancer:LoadBalancer": ["listeners[].lbProtocol"],
  },
  checks: {
    "aws:lb/listener:Listener": listener,
    "kubernetes:gateway.networking.k8s.io/v1:Gateway": gateway,
    // Its lists of hosts are replaced as a whole (Kubernetes API, `IngressSpec`: atomic lists).
    ...withPatch("kubernetes:networking.k8s.io/v1:Ingress", ingress),
    "azure-native:network:ApplicationGateway": check<azure.network.ApplicationGatewayArgs>((gateway) => [
      ...gatewayPolicies(gateway),
      ...clearListeners(gateway),
    ]),
    "aws:elb/loadBalancer:LoadBalancer": check<aws.elb.LoadBalancerArgs>((balancer) =>
      balancer
        .at("listeners")
        .items()
        .flatMap((listener) => must(listener.at("lbProtocol"), classic)),
    ),
  },
};
