import type { ResourceFixtures } from "../../core/fixture";

const fix = "Terminate TLS with a certificate, and let HTTP redirect to it.";
const listener = "aws:lb/listener:Listener";
const alias = "aws:alb/listener:Listener";
const gateway = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const gatewayBeta = "kubernetes:gateway.networking.k8s.io/v1beta1:Gateway";
const ingress = "kubernetes:networking.k8s.io/v1:Ingress";
const ingressPatch = `${ingress}Patch`;
const appGateway = "azure-native:network:ApplicationGateway";
const classic = "aws:elb/loadBalancer:LoadBalancer";
const rules = (...hosts: (string | undefined)[]) => hosts.map((host) => ({ host, http: { paths: [] } }));
const annotated = (annotations: Record<string, string>, spec: object) => ({ metadata: { annotations }, spec });
const arn = { "alb.ingress.kubernetes.io/certificate-arn": "arn:aws:acm:eu-west-1:1:certificate/a" };
const id = (part: string, name: string) => ({ id: `/subscriptions/s/applicationGateways/g/${part}/${name}` });
const httpListener = { name: "http", protocol: "Http" };
const ruleOf = (more: object) => [{ httpListener: id("httpListeners", "http"), ...more }];
const redirectOf = id("redirectConfigurations", "https");
const forward = [{ type: "forward", targetGroupArn: "arn" }];
const tls = {
  required: "a policy of TLS 1.2 or later",
  fix: 'Set "ELBSecurityPolicy-TLS13-1-2-2021-06" or a later one.',
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
    {
      name: "an ingress",
      type: ingress,
      properties: { spec: { tls: [{ hosts: ["a.example"], secretName: "a" }], rules: rules("a.example") } },
    },
    {
      name: "an ingress with a certificate for every name of a domain",
      type: ingress,
      properties: { spec: { tls: [{ hosts: ["*.a.example"] }], rules: rules("web.a.example") } },
    },
    {
      name: "an ingress with a certificate for whatever comes",
      type: ingress,
      properties: { spec: { tls: [{}], rules: rules("a.example") } },
    },
    {
      name: "an ingress with a certificate of ACM",
      type: ingress,
      properties: annotated(
        { ...arn, "alb.ingress.kubernetes.io/ssl-policy": "ELBSecurityPolicy-TLS13-1-2-2021-06" },
        { rules: rules("a.example") },
      ),
      harmless: { spec: "Its certificates are in its annotations." },
    },
    {
      name: "a patch, which may leave its certificates to what is there",
      type: ingressPatch,
      properties: annotated(
        { "alb.ingress.kubernetes.io/ssl-policy": "ELBSecurityPolicy-TLS13-1-2-2021-06" },
        { rules: rules("a.example") },
      ),
      harmless: { "metadata.annotations": "What is patched may have them.", spec: "What is patched has one." },
    },
    {
      name: "a gateway of Azure as it comes",
      type: appGateway,
      properties: { httpListeners: [{ name: "https", protocol: "Https" }] },
      harmless: {
        httpListeners: "A gateway without listeners takes nothing.",
        "httpListeners[0].protocol": "Only plain HTTP is asked about.",
      },
    },
    {
      name: "a gateway of Azure whose HTTP redirects",
      type: appGateway,
      properties: {
        sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" },
        sslProfiles: [{ sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_2" } }],
        httpListeners: [httpListener],
        requestRoutingRules: ruleOf({ redirectConfiguration: redirectOf }),
      },
      harmless: {
        "sslPolicy.policyType": "Azure refuses a policy of its own under a name.",
        sslProfiles: "Without a profile the gateway's own policy holds.",
        "sslProfiles[0].sslPolicy.policyType": "Azure refuses a policy without a name.",
        httpListeners: "A gateway without listeners takes nothing.",
        "httpListeners[0].name": "A listener of no rule takes nothing.",
        "httpListeners[0].protocol": "Only plain HTTP is asked about.",
        requestRoutingRules: "A listener of no rule takes nothing.",
        "requestRoutingRules[0].httpListener.id": "Another listener is another matter.",
      },
    },
    {
      name: "a gateway of Azure whose HTTP redirects by every path",
      type: appGateway,
      properties: {
        httpListeners: [httpListener],
        requestRoutingRules: ruleOf({ urlPathMap: id("urlPathMaps", "paths") }),
        urlPathMaps: [
          {
            name: "paths",
            defaultRedirectConfiguration: redirectOf,
            pathRules: [{ redirectConfiguration: redirectOf }],
          },
        ],
      },
      harmless: {
        httpListeners: "A gateway without listeners takes nothing.",
        "httpListeners[0].name": "A listener of no rule takes nothing.",
        "httpListeners[0].protocol": "Only plain HTTP is asked about.",
        requestRoutingRules: "A listener of no rule takes nothing.",
        "requestRoutingRules[0].httpListener.id": "Another listener is another matter.",
        "requestRoutingRules[0].urlPathMap.id": "Azure refuses a map that is not there.",
        urlPathMaps: "Azure refuses a map that is not there.",
        "urlPathMaps[0].name": "Azure refuses a map that is not there.",
      },
    },
    {
      name: "a classic one",
      type: classic,
      properties: { listeners: [{ lbProtocol: "HTTPS" }, { lbProtocol: "TCP" }] },
      harmless: {
        listeners: "One without listeners takes nothing.",
        "listeners[0].lbProtocol": "Whatever is not HTTP is no clear text of its own.",
        "listeners[1].lbProtocol": "Whatever is not HTTP is no clear text of its own.",
      },
    },
  ],
  fails: [
    {
      name: "an ingress with a certificate for some of its hosts",
      type: ingress,
      properties: {
        spec: {
          tls: [{ hosts: ["a.example", "*.b.example"] }],
          rules: rules("a.example", "b.example", "x.y.b.example", undefined),
        },
      },
      messages: [
        `spec.rules[1].host is "b.example", without a certificate; required: its host in one of spec.tls. ${fix}`,
        `spec.rules[2].host is "x.y.b.example", without a certificate; required: its host in one of spec.tls. ${fix}`,
        `spec.rules[3].host is not set, without a certificate; required: its host in one of spec.tls. ${fix}`,
      ],
    },
    {
      name: "a patch that takes the certificates away",
      type: ingressPatch,
      properties: { spec: { tls: [] } },
      messages: [`spec.tls is []; required: a certificate for every host. ${fix}`],
    },
    {
      name: "a patch with a certificate for another host",
      type: ingressPatch,
      properties: { spec: { tls: [{ hosts: ["a.example"] }], rules: rules("b.example") } },
      messages: [
        `spec.rules[0].host is "b.example", without a certificate; required: its host in one of spec.tls. ${fix}`,
      ],
    },
    ...[ingress, ingressPatch].map((type) => ({
      name: "an ingress with an old policy",
      type,
      properties: annotated(
        { ...arn, "alb.ingress.kubernetes.io/ssl-policy": "ELBSecurityPolicy-2016-08" },
        { rules: [] },
      ),
      messages: [
        `metadata.annotations["alb.ingress.kubernetes.io/ssl-policy"] is "ELBSecurityPolicy-2016-08"; required: ${tls.required}. ${tls.fix}`,
      ],
    })),
    {
      name: "a gateway of Azure with old policies",
      type: appGateway,
      properties: {
        sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20150501" },
        sslProfiles: [{ sslPolicy: { policyType: "Custom", minProtocolVersion: "TLSv1_0" } }],
      },
      messages: [
        `sslPolicy.policyName is "AppGwSslPolicy20150501"; required: one of AppGwSslPolicy20170401S, AppGwSslPolicy20220101, AppGwSslPolicy20220101S. ${fix}`,
        `sslProfiles[0].sslPolicy.minProtocolVersion is "TLSv1_0"; required: one of TLSv1_2, TLSv1_3. ${fix}`,
      ],
    },
    {
      name: "a gateway of Azure with a policy of its own",
      type: appGateway,
      properties: { sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_1" } },
      messages: [`sslPolicy.minProtocolVersion is "TLSv1_1"; required: one of TLSv1_2, TLSv1_3. ${fix}`],
    },
    {
      name: "a gateway of Azure whose HTTP leads to servers",
      type: appGateway,
      properties: {
        httpListeners: [httpListener],
        requestRoutingRules: [
          ...ruleOf({ backendAddressPool: id("backendAddressPools", "web") }),
          ...ruleOf({ urlPathMap: id("urlPathMaps", "paths") }),
        ],
        urlPathMaps: [
          { name: "paths", defaultRedirectConfiguration: redirectOf, pathRules: [{ backendAddressPool: redirectOf }] },
        ],
      },
      messages: [
        `requestRoutingRules[0].redirectConfiguration is not set, for the HTTP listener "http"; required: a redirect to an HTTPS listener. ${fix}`,
        `urlPathMaps[0].pathRules[0].redirectConfiguration is not set, for the HTTP listener "http"; required: a redirect to an HTTPS listener. ${fix}`,
      ],
    },
    {
      name: "a classic one in clear text",
      type: classic,
      properties: { listeners: [{ lbProtocol: "http" }] },
      messages: [`listeners[0].lbProtocol is "http"; required: "HTTPS" or "SSL". ${fix}`],
    },
    {
      name: "HTTP that forwards",
      type: listener,
      properties: { protocol: "HTTP", defaultActions: forward },
      messages: [`defaultActions[0].type is "forward"; required: a "redirect" to HTTPS. ${fix}`],
    },
    {
      name: "HTTP that redirects to HTTP",
      type: alias,
      properties: { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { port: "8080" } }] },
      messages: [`defaultActions[0].redirect.protocol is not set; required: "HTTPS". ${fix}`],
    },
    {
      name: "HTTPS with TLS 1.0",
      type: listener,
      properties: { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08", defaultActions: forward },
      messages: [`sslPolicy is "ELBSecurityPolicy-2016-08"; required: ${tls.required}. ${tls.fix}`],
    },
    {
      name: "TLS without a policy",
      type: listener,
      properties: { protocol: "TLS", defaultActions: forward },
      messages: [`sslPolicy is not set; required: ${tls.required}. ${tls.fix}`],
    },
    {
      name: "a gateway",
      type: gateway,
      properties: { spec: { listeners: [{ protocol: "HTTP" }] } },
      messages: [`spec.listeners is without HTTPS or TLS; required: an HTTPS listener. ${fix}`],
    },
    {
      name: "a gateway of the older version",
      type: gatewayBeta,
      properties: { spec: { listeners: [{ protocol: "HTTP" }] } },
      messages: [`spec.listeners is without HTTPS or TLS; required: an HTTPS listener. ${fix}`],
    },
    {
      name: "an ingress",
      type: ingress,
      properties: { spec: { rules: [], tls: [] } },
      messages: [`spec.tls is []; required: a certificate for every host. ${fix}`],
    },
  ],
};
