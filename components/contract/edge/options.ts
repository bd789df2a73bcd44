import type { OptionsOf } from "../capabilities/capability";

/** CDN, load balancer, firewall, certificate and DNS. */
export const cdnOptions = [
  {
    name: "cdn.routes.bucket",
    meaning: "A private bucket answers for a path.",
  },
  {
    name: "cdn.routes.host",
    meaning: "A path means something else on another host.",
  },
  {
    name: "cdn.bucketsOnly",
    meaning: "A bucket answers for all paths of a host, which has no service.",
    askedBy: ({ cdn }) => (cdn?.hosts ?? []).filter(({ service }) => service === undefined).map(({ host }) => host),
  },
  {
    name: "cdn.routes.timeoutSeconds",
    meaning: "The origin has this number of seconds to answer.",
  },
  {
    name: "cdn.routes.websocket",
    meaning: "Upgrades to websockets pass.",
  },
  {
    name: "cdn.routes.streaming",
    meaning: "Answers are passed on as they come.",
  },
  {
    name: "cdn.redirects",
    meaning: "One path leads to another.",
  },
  {
    name: "cdn.headers",
    meaning: "Security headers, set by the edge.",
  },
  {
    name: "cdn.cors",
    meaning: "Cross-origin calls from browsers.",
  },
  {
    name: "cdn.compression",
    meaning: "Answers of text kinds are compressed.",
  },
  {
    name: "cdn.accessLogRetentionDays",
    meaning: "Requests are logged and kept.",
  },
  {
    name: "cdn.errorPages",
    meaning: "Pages of the application's own for errors.",
  },
  {
    name: "cdn.cache",
    meaning: "Static files are cached near the client.",
  },
  {
    name: "cdn.waf.managedRules",
    meaning: "Managed rules against common attacks.",
  },
  {
    name: "cdn.waf.rateRules",
    meaning: "At most this number of requests of one address.",
  },
  {
    name: "cdn.waf.maxBodyMiB",
    meaning: "Larger bodies are refused.",
  },
  {
    name: "cdn.waf.deniedExtensions",
    meaning: "Paths with these endings are refused.",
  },
  {
    name: "cdn.waf.droppedHeaders",
    meaning: "Headers that never reach the application.",
  },
  {
    name: "cdn.waf.deniedCidrs",
    meaning: "Requests from these ranges are refused.",
  },
  {
    name: "cdn.waf.deniedCountries",
    meaning: "Requests from these countries are refused.",
    askedBy: ({ cdn }) => ((cdn?.waf.deniedCountries ?? []).length > 0 ? [""] : []),
    asked: { key: "overrides.edge.deniedCountries", allowed: "no country" },
  },
  {
    name: "cdn.dns",
    meaning: "Records for the hosts.",
  },
  {
    name: "cdn.certificate",
    meaning: "A managed certificate for all hosts.",
  },
  {
    name: "cdn.deletionProtection",
    meaning: "The load balancer refuses to be deleted.",
  },
] as const satisfies OptionsOf<"cdn">;
