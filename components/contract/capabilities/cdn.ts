import { type Capability, different, full } from "./capability";

/** CDN, load balancer, firewall, certificate and DNS. */
export const cdnCapabilities: readonly Capability[] = [
  {
    concept: "cdn",
    option: "routes.bucket",
    meaning: "A private bucket answers for a path.",
    clouds: {
      aws: full("CloudFront origin access control"),
      kubernetes: different(
        "the route's service",
        "a private bucket can't be read without signing; the service has the same files",
      ),
    },
  },
  {
    concept: "cdn",
    option: "routes.host",
    meaning: "A path means something else on another host.",
    clouds: {
      aws: different(
        "host rules of the load balancer",
        "CloudFront caches by path: where hosts differ on one, all have the most careful cache and the longest timeout",
      ),
      kubernetes: full("a server per host in the edge proxy"),
    },
  },
  {
    concept: "cdn",
    option: "errorPages",
    meaning: "Pages of the application's own for errors.",
    clouds: {
      aws: different(
        "CloudFront custom error responses for 502, 503 and 504",
        "others only where no route is uncached: they hold for all paths and would turn an API's errors into HTML",
      ),
      kubernetes: different("error pages of the edge proxy", "for what the proxy itself answers, from 500 on"),
    },
  },
  {
    concept: "cdn",
    option: "cache",
    meaning: "Static files are cached near the client.",
    clouds: {
      aws: full("CloudFront edge locations"),
      kubernetes: different("a cache in the edge proxy", "near the cluster, not near the client"),
    },
  },
  {
    concept: "cdn",
    option: "waf.managedRules",
    meaning: "Managed rules against common attacks.",
    clouds: {
      aws: full("AWS WAF managed rule groups"),
      kubernetes: different(
        "method, size, header and extension rules of the edge proxy",
        "a cluster has no managed rule set; put a firewall in front where one is needed",
      ),
    },
  },
  {
    concept: "cdn",
    option: "waf.rateRules",
    meaning: "At most so many requests of one address.",
    clouds: {
      aws: different(
        "WAF rate-based rules",
        "counted in windows of 60, 120, 300 or 600 s with at least 10; no burst, no delay",
      ),
      kubernetes: different(
        "the edge proxy's request zones",
        "each edge replica counts for itself; a rate below one a minute is one a minute",
      ),
    },
  },
  {
    concept: "cdn",
    option: "waf.maxBodyMiB",
    meaning: "Larger bodies are refused.",
    clouds: {
      aws: different("WAF rule on Content-Length", "a body that does not say its length passes"),
      kubernetes: full("body limit of the edge proxy"),
    },
  },
  {
    concept: "cdn",
    option: "waf.deniedCountries",
    meaning: "Requests from these countries are refused.",
    clouds: {
      aws: full("WAF geo match"),
      kubernetes: { level: "refused", reason: "the edge proxy knows no countries; put a firewall in front" },
    },
    askedBy: ({ cdn }) => (cdn.waf.deniedCountries.length > 0 ? [""] : []),
    asked: { key: "overrides.edge.deniedCountries", allowed: "no country" },
  },
  {
    concept: "cdn",
    option: "dns",
    meaning: "Records for the hosts.",
    clouds: {
      aws: full("Route 53 records in the zone of the domain"),
      kubernetes: different("hostnames of the Gateway", "external-dns, where the cluster has it, reads them there"),
    },
  },
  {
    concept: "cdn",
    option: "certificate",
    meaning: "A managed certificate for all hosts.",
    clouds: {
      aws: full("ACM with DNS validation"),
      kubernetes: full("cert-manager Certificate"),
    },
  },
  {
    concept: "cdn",
    option: "deletionProtection",
    meaning: "The load balancer refuses to be deleted.",
    clouds: {
      aws: full("ALB deletion protection"),
      kubernetes: different("Pulumi protect on the Gateway", "the API server itself does not refuse"),
    },
  },
];
