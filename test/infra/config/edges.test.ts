import type { Application, RouteFacts } from "../../../infra/apps/application";
import { changed, edged, itRefuses, type RefusedApplication } from "../support/changed-applications";

/** The small application with these routes beside that for all paths. */
function routed(routes: readonly Partial<RouteFacts>[]): Application {
  const all = { path: "/*", service: "web", cache: { kind: "none" } } as const;
  return edged({ routes: [all, ...routes.map((route) => ({ ...all, ...route }))] });
}

const fewer = "allowed: fewer hosts or paths on aws, or paths that hold for all hosts";

const broken: readonly RefusedApplication[] = [
  {
    name: "routes and hosts that nothing answers",
    clouds: ["aws"],
    application: edged({
      hosts: [{ host: "shop.test" }, { host: "api.shop.test", service: "api" }],
      routes: [
        { path: "/x", cache: { kind: "none" } },
        { path: "/y", service: "y", cache: { kind: "none" } },
        { path: "/z", service: "web", bucket: "z", cache: { kind: "none" } },
      ],
    }),
    messages: [
      'isotopo:app has a host "shop.test" without a service; allowed: a service for it, or a route "/*"',
      'isotopo:app has a host "api.shop.test" of the service "api"; allowed: one of web',
      'isotopo:app has a route "/x" that nothing answers; allowed: a service or a bucket for it',
      'isotopo:app has a route "/y" to the service "y"; allowed: one of web',
      'isotopo:app has a route "/z" to the bucket "z"; allowed: one of assets',
    ],
  },
  {
    name: "an edge without hosts",
    clouds: ["aws"],
    application: edged({ hosts: [] }),
    messages: ["isotopo:app has an edge without a host; allowed: at least one host, or no edge"],
  },
  {
    name: "a host that a bucket alone answers for, where that would list it",
    clouds: ["gcp", "azure", "kubernetes"],
    application: edged({
      hosts: [{ host: "shop.test" }],
      routes: [{ path: "/*", bucket: "assets", cache: { kind: "origin" } }],
    }),
    messages: [
      /^isotopo:cloud is "\w+"; allowed: a cloud that has edge\.bucketsOnly: edge "shop\.test": \w+ has no edge\.bucketsOnly: /,
    ],
  },
  {
    name: "more rules than a load balancer has",
    clouds: ["aws"],
    application: routed(Array.from({ length: 50 }, (_, i) => ({ path: `/${"r".repeat(i + 1)}*` }))),
    messages: [`isotopo:app has 102 rules of the load balancer, which takes 100; ${fewer}`],
  },
  {
    name: "more paths than a distribution has",
    clouds: ["aws"],
    application: routed(Array.from({ length: 76 }, (_, i) => ({ path: `/${"r".repeat(i + 1)}*`, host: "shop.test" }))),
    messages: [`isotopo:app has 77 paths, and a distribution takes 75; ${fewer}`],
  },
  {
    name: "two routes that share a place of the load balancer",
    clouds: ["aws"],
    application: routed([{ path: "/p102/*" }, { path: "/p134/*" }]),
    messages: [
      'isotopo:app has "shop.test/p102/*" and "api.shop.test/p134/*", which share a place among the rules of the load balancer; allowed: two that differ on aws: write one of the paths or hosts otherwise, for example with a longer beginning',
    ],
  },
  {
    name: "a path that is longer than a rule of the load balancer takes",
    clouds: ["aws"],
    application: routed([{ path: `/${"x".repeat(128)}` }]),
    messages: [`isotopo:app has a route "/${"x".repeat(128)}" of 129 characters; allowed: at most 128 on aws`],
  },
  {
    name: "routes that wait longer than CloudFront, all at once",
    clouds: ["aws"],
    application: routed([
      { path: "/reports/*", timeoutSeconds: 300 },
      { path: "/live/*", timeoutSeconds: 121 },
    ]),
    messages: [
      'isotopo:app has a route "/reports/*" that waits 300 s; allowed: 1 to 120 s on aws',
      'isotopo:app has a route "/live/*" that waits 121 s; allowed: 1 to 120 s on aws',
    ],
  },
  {
    name: "a bucket that answers for all paths",
    clouds: ["aws"],
    application: edged({ routes: [{ path: "/*", service: "web", bucket: "assets", cache: { kind: "origin" } }] }),
    messages: [
      'isotopo:app has a route "/*" that the bucket "assets" answers; allowed: a bucket below a path of its own, as "/files/*": on aws one for all paths could be asked for the list of its objects',
    ],
  },
  {
    name: "a content security policy that is longer than CloudFront's",
    clouds: ["aws"],
    application: changed("small", ({ edge }) => ({
      edge: { ...edge, headers: { ...edge.headers, contentSecurityPolicy: "x".repeat(1784) } },
    })),
    messages: ["isotopo:app has a content security policy of 1784 characters; allowed: at most 1783 on aws"],
  },
  {
    name: "a redirect to a query and one to a fragment",
    clouds: ["gcp"],
    application: edged({
      redirects: [
        { from: "/old", to: "/new?a=1", permanent: true },
        { from: "/older", to: "https://elsewhere.example/#top", permanent: false },
      ],
    }),
    messages: [
      'isotopo:app redirects "/old" to "/new?a=1"; allowed: an address without a query and a fragment on gcp, whose load balancer redirects to a host and a path',
      'isotopo:app redirects "/older" to "https://elsewhere.example/#top"; allowed: an address without a query and a fragment on gcp, whose load balancer redirects to a host and a path',
    ],
  },
  {
    name: "redirects that no function of the edge holds",
    clouds: ["aws"],
    application: edged({
      redirects: Array.from({ length: 300 }, (_, i) => ({ from: `/old-${i}`, to: `/new-${i}`, permanent: true })),
    }),
    messages: [
      /^isotopo:app has redirects, dropped headers and CORS that make a function of \d{5} bytes at the edge; allowed: at most 10240 on aws: have fewer or shorter ones$/,
    ],
  },
  {
    name: "a largest body that no rule of the firewall can say",
    clouds: ["aws"],
    application: edged({ maxBodyMiB: 954 }),
    messages: [
      /^isotopo:app has a largest body of 954 MiB, for which a rule of AWS WAF needs 2\d\d characters; allowed: a number whose rule has at most 200 on aws; every one below 954 has$/,
    ],
  },
];

describe("what a cloud would refuse of an application", () => itRefuses(broken));
