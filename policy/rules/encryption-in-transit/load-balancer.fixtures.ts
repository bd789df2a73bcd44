import type { ResourceFixtures } from "../../core/fixture";

const mend = "Terminate TLS with a certificate, and let HTTP redirect to it.";
const listener = "aws:lb/listener:Listener";
const alias = "aws:alb/listener:Listener";
const gateway = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const gatewayBeta = "kubernetes:gateway.networking.k8s.io/v1beta1:Gateway";
const ingress = "kubernetes:networking.k8s.io/v1:Ingress";
const forward = [{ type: "forward", targetGroupArn: "arn" }];
const tls = {
  required: "a policy of TLS 1.2 or later",
  mend: 'Set "ELBSecurityPolicy-TLS13-1-2-2021-06" or a later one.',
};

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "HTTPS",
      type: listener,
      properties: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06", defaultActions: forward },
    },
    {
      name: "HTTP that redirects",
      type: listener,
      properties: { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS" } }] },
    },
    {
      name: "HTTP that only refuses",
      type: alias,
      properties: { protocol: "HTTP", defaultActions: [{ type: "fixed-response" }] },
    },
    { name: "TCP, whose content is not the balancer's", type: listener, properties: { protocol: "TCP" } },
    {
      name: "a gateway with both",
      type: gateway,
      properties: { spec: { listeners: [{ protocol: "HTTP" }, { protocol: "HTTPS" }] } },
      harmless: { "spec.listeners[0].protocol": "One of HTTPS is enough: the other may redirect to it." },
    },
    {
      name: "a gateway of the older version",
      type: gatewayBeta,
      properties: { spec: { listeners: [{ protocol: "TLS" }] } },
    },
    { name: "an ingress", type: ingress, properties: { spec: { tls: [{ hosts: ["a.example"], secretName: "a" }] } } },
  ],
  fails: [
    {
      name: "HTTP that forwards",
      type: listener,
      properties: { protocol: "HTTP", defaultActions: forward },
      messages: [`defaultActions[0].type is "forward"; required: a "redirect" to HTTPS. ${mend}`],
    },
    {
      name: "HTTP that redirects to HTTP",
      type: alias,
      properties: { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { port: "8080" } }] },
      messages: [`defaultActions[0].redirect.protocol is not set; required: "HTTPS". ${mend}`],
    },
    {
      name: "HTTPS with TLS 1.0",
      type: listener,
      properties: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08", defaultActions: forward },
      messages: [`sslPolicy is "ELBSecurityPolicy-2016-08"; required: ${tls.required}. ${tls.mend}`],
    },
    {
      name: "TLS without a policy",
      type: listener,
      properties: { protocol: "TLS", defaultActions: forward },
      messages: [`sslPolicy is not set; required: ${tls.required}. ${tls.mend}`],
    },
    {
      name: "a gateway",
      type: gateway,
      properties: { spec: { listeners: [{ protocol: "HTTP" }] } },
      messages: [`spec.listeners is without HTTPS or TLS; required: an HTTPS listener. ${mend}`],
    },
    {
      name: "a gateway of the older version",
      type: gatewayBeta,
      properties: { spec: { listeners: [{ protocol: "HTTP" }] } },
      messages: [`spec.listeners is without HTTPS or TLS; required: an HTTPS listener. ${mend}`],
    },
    {
      name: "an ingress",
      type: ingress,
      properties: { spec: { rules: [], tls: [] } },
      messages: [`spec.tls is []; required: a certificate for every host. ${mend}`],
    },
  ],
};
