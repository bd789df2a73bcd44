import type { StackFixtures } from "../../core/fixture";

const fix =
  "Redirect every path: httpsRedirect in URL maps and routes, a redirect action in listener rules, a RequestRedirect filter in HTTPRoutes.";
const map = "gcp:compute/uRLMap:URLMap";
const http = "gcp:compute/targetHttpProxy:TargetHttpProxy";
const https = "gcp:compute/targetHttpsProxy:TargetHttpsProxy";
const regionMap = "gcp:compute/regionUrlMap:RegionUrlMap";
const regionHttp = "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy";
const regionHttps = "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy";
const route = "azure-native:cdn:Route";
const endpoint = "azure-native:cdn:Endpoint";
const listener = "aws:lb/listener:Listener";
const listenerRule = "aws:lb/listenerRule:ListenerRule";
const gateway = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const httpRoute = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";
const httpRouteBeta = "kubernetes:gateway.networking.k8s.io/v1beta1:HTTPRoute";
const redirect = { httpsRedirect: true };
const metadata = (name: string) => ({ name, namespace: "shop" });
const gatewayOfBoth = {
  name: "gateway",
  type: gateway,
  properties: {
    metadata: metadata("edge"),
    spec: {
      listeners: [
        { name: "http", port: 80, protocol: "HTTP" },
        { name: "https", port: 443, protocol: "HTTPS" },
      ],
    },
  },
};
const routeTo = (parent: object, filters?: object[]) => ({
  metadata: metadata("web"),
  spec: {
    parentRefs: [{ name: "edge", ...parent }],
    rules: [{ ...(filters && { filters }), backendRefs: [{ name: "web" }] }],
  },
});
const toHttps = { type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } };
const atHttp =
  'the HTTP listener "http"; required: a RequestRedirect to https, or a parentRef to the HTTPS listener by sectionName';
const elsewhere = "A route of no listener of plain HTTP may do anything.";
/** All that says at which listener a route is. */
const placed = Object.fromEntries(
  [
    ...["name", "namespace"].map((key) => `gateway.metadata.${key}`),
    "gateway.spec.listeners",
    ...["name", "port", "protocol"].map((key) => `gateway.spec.listeners[0].${key}`),
    "gateway.spec.listeners[1].protocol",
    ...["secure", "redirect"].flatMap((name) => [`${name}.metadata.namespace`, `${name}.spec.parentRefs`]),
    ...["secure", "redirect", "elsewhere"].map((name) => `${name}.spec.parentRefs[0].name`),
    "elsewhere.spec.parentRefs",
    "redirect.spec.parentRefs[0].port",
  ].map((path) => [path, elsewhere]),
);

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "HTTP of a region that redirects by every path",
      resources: [
        {
          name: "redirect",
          type: regionMap,
          properties: {
            defaultUrlRedirect: redirect,
            pathMatchers: [
              {
                defaultUrlRedirect: redirect,
                pathRules: [{ urlRedirect: redirect }],
                routeRules: [{ urlRedirect: redirect }],
              },
            ],
          },
        },
        { name: "http", type: regionHttp, properties: { urlMap: "redirect-1" }, uses: { urlMap: "redirect" } },
        { name: "https", type: regionHttps, properties: { urlMap: "site-1" } },
      ],
      messages: {},
      harmless: {
        "http.urlMap": "Whatever it serves, it serves in plain HTTP.",
        "https.urlMap": "It may serve any map but that of the other.",
      },
    },
    {
      name: "HTTP of a region that serves by one path",
      resources: [
        {
          name: "redirect",
          type: regionMap,
          properties: {
            defaultUrlRedirect: redirect,
            pathMatchers: [
              { defaultService: "web", pathRules: [{ service: "api" }], routeRules: [{ service: "api" }] },
            ],
          },
        },
        { name: "http", type: regionHttp, properties: { urlMap: "redirect-1" }, uses: { urlMap: "redirect" } },
        { name: "https", type: regionHttps, properties: { urlMap: "redirect-1" } },
      ],
      messages: {
        https: [`urlMap is served in plain HTTP too; required: a map of its own. ${fix}`],
        redirect: [
          "pathMatchers[0].defaultUrlRedirect.httpsRedirect",
          "pathMatchers[0].pathRules[0].urlRedirect.httpsRedirect",
          "pathMatchers[0].routeRules[0].urlRedirect.httpsRedirect",
        ].map((path) => `${path} is not set; required: true. ${fix}`),
      },
    },
    {
      name: "listener rules that redirect or refuse",
      resources: [
        { name: "listener", type: listener, properties: { protocol: "HTTP" } },
        {
          name: "rule",
          type: listenerRule,
          properties: {
            listenerArn: "arn",
            actions: [{ type: "redirect", redirect: { protocol: "HTTPS" } }, { type: "fixed-response" }],
          },
          uses: { listenerArn: "listener" },
        },
        { name: "secure", type: listener, properties: { protocol: "HTTPS" } },
      ],
      messages: {},
      harmless: {
        "listener.protocol": "Another protocol is another rule's.",
        "secure.protocol": "Only plain HTTP is asked about.",
      },
    },
    {
      name: "listener rules that forward",
      resources: [
        { name: "listener", type: listener, properties: { protocol: "HTTP" } },
        {
          name: "rule",
          type: listenerRule,
          properties: {
            listenerArn: "arn",
            actions: [{ type: "forward" }, { type: "redirect", redirect: { path: "/" } }],
          },
          uses: { listenerArn: "listener" },
        },
      ],
      messages: {
        listener: [
          `its rule rule: actions[0] is "forward"; required: a "redirect" to HTTPS. ${fix}`,
          `its rule rule: actions[1] is a redirect to not set; required: a "redirect" to HTTPS. ${fix}`,
        ],
      },
    },
    {
      name: "routes at HTTPS, and one that redirects",
      resources: [
        gatewayOfBoth,
        { name: "secure", type: httpRoute, properties: routeTo({ sectionName: "https" }) },
        { name: "redirect", type: httpRouteBeta, properties: routeTo({ port: 80 }, [toHttps]) },
        { name: "elsewhere", type: httpRoute, properties: routeTo({ name: "other" }) },
      ],
      messages: {},
      harmless: placed,
    },
    {
      name: "routes that serve at HTTP",
      resources: [
        gatewayOfBoth,
        { name: "both", type: httpRoute, properties: routeTo({}) },
        { name: "clear", type: httpRouteBeta, properties: routeTo({ sectionName: "http" }, [{ type: "URLRewrite" }]) },
      ],
      messages: {
        both: [`spec.rules[0].filters is not set at ${atHttp}. ${fix}`],
        clear: [`spec.rules[0].filters is [an object] at ${atHttp}. ${fix}`],
      },
    },
    {
      name: "a classic CDN of HTTPS, and one that redirects",
      resources: [
        { name: "secure", type: endpoint, properties: { isHttpAllowed: false } },
        {
          name: "redirect",
          type: endpoint,
          properties: { deliveryPolicy: { rules: [{ actions: [{ name: "UrlRedirect" }] }] } },
        },
      ],
      messages: {},
    },
    {
      name: "a classic CDN as it comes",
      resources: [{ name: "endpoint", type: endpoint, properties: {} }],
      messages: { endpoint: [`isHttpAllowed is not set; required: false. ${fix}`] },
    },
    {
      name: "HTTP that redirects",
      resources: [
        { name: "redirect", type: map, properties: { defaultUrlRedirect: { httpsRedirect: true } } },
        { name: "http", type: http, properties: { urlMap: "redirect-1" }, uses: { urlMap: "redirect" } },
        { name: "site", type: map, properties: { defaultService: "web" } },
        { name: "https", type: https, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
        {
          name: "route",
          type: route,
          properties: { supportedProtocols: ["Http", "Https"], httpsRedirect: "Enabled" },
        },
      ],
      messages: {},
      harmless: {
        "http.urlMap": "Whatever it serves, it serves in plain HTTP.",
        "https.urlMap": "It may serve any map but that of the other.",
        "route.supportedProtocols": "A route with a redirect may take both.",
        "route.supportedProtocols[0]": "A route with a redirect may take both.",
        "route.supportedProtocols[1]": "A route with a redirect may take both.",
      },
    },
    {
      name: "a route of HTTPS alone",
      resources: [{ name: "route", type: route, properties: { supportedProtocols: ["Https"] } }],
      messages: {},
      harmless: { "route.supportedProtocols[0]": "Whatever is not Http is no clear text." },
    },
    {
      name: "HTTP that serves",
      resources: [
        { name: "site", type: map, properties: { defaultService: "web" } },
        { name: "http", type: http, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
        { name: "route", type: route, properties: {} },
      ],
      messages: {
        site: [`defaultUrlRedirect.httpsRedirect is not set; required: true. ${fix}`],
        route: [`httpsRedirect is not set; required: "Enabled". ${fix}`],
      },
    },
    {
      name: "one map for both",
      resources: [
        { name: "site", type: map, properties: { defaultService: "web" } },
        { name: "http", type: http, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
        { name: "https", type: https, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
      ],
      messages: { https: [`urlMap is served in plain HTTP too; required: a map of its own. ${fix}`] },
    },
  ],
};
