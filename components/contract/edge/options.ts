import type { OptionsOf } from "../capabilities/capability";

/** CDN, load balancer, firewall, certificate and DNS. */
export const edgeOptions = [
  {
    name: "edge.routes.bucket",
    meaning: "A private bucket answers for a path.",
  },
  {
    name: "edge.routes.host",
    meaning: "A path means something else on another host.",
  },
  {
    name: "edge.bucketsOnly",
    meaning: "A bucket answers for all paths of a host, which has no service.",
    usedBy: ({ edge }) => (edge?.hosts ?? []).filter(({ service }) => service === undefined).map(({ host }) => host),
  },
  {
    name: "edge.routes.timeoutSeconds",
    meaning: "The origin has this number of seconds to answer.",
  },
  {
    name: "edge.routes.websocket",
    meaning: "Upgrades to websockets pass.",
  },
  {
    name: "edge.routes.streaming",
    meaning: "Answers are passed on as they come.",
  },
  {
    name: "edge.redirects",
    meaning: "One path leads to another.",
  },
  {
    name: "edge.headers",
    meaning: "Security headers, set by the edge.",
  },
  {
    name: "edge.cors",
    meaning: "Cross-origin calls from browsers.",
  },
  {
    name: "edge.compression",
    meaning: "Answers of text kinds are compressed.",
  },
  {
    name: "edge.accessLogRetentionDays",
    meaning: "Requests are logged and kept.",
  },
  {
    name: "edge.errorPages",
    meaning: "Pages of the application's own for errors.",
  },
  {
    name: "edge.cache",
    meaning: "Static files are cached near the client.",
  },
  {
    name: "edge.waf.managedRules",
    meaning: "Managed rules against common attacks.",
  },
  {
    name: "edge.waf.rateRules",
    meaning: "At most this number of requests of one address.",
  },
  {
    name: "edge.waf.maxBodyMiB",
    meaning: "Larger bodies are refused.",
  },
  {
    name: "edge.waf.deniedExtensions",
    meaning: "Paths with these endings are refused.",
  },
  {
    name: "edge.waf.droppedHeaders",
    meaning: "Headers that never reach the application.",
  },
  {
    name: "edge.waf.deniedCidrs",
    meaning: "Requests from these ranges are refused.",
  },
  {
    name: "edge.waf.deniedCountries",
    meaning: "Requests from these countries are refused.",
    usedBy: ({ edge }) => ((edge?.waf.deniedCountries ?? []).length > 0 ? [""] : []),
    configKey: { key: "overrides.edge.deniedCountries", allowed: "no country" },
  },
  {
    name: "edge.dns",
    meaning: "Records for the hosts.",
  },
  {
    name: "edge.certificate",
    meaning: "A managed certificate for all hosts.",
  },
  {
    name: "edge.deletionProtection",
    meaning: "The load balancer refuses to be deleted.",
  },
] as const satisfies OptionsOf<"edge">;
