import type { ConceptOptions } from "../../contract/capabilities";
import { different, full, refused } from "../../contract/capabilities/capability";

/** How a cluster supports each option of the edge. */
export const edgeCapabilities: ConceptOptions<"edge"> = {
  "edge.routes.bucket": different(
    "the route's service",
    "a private bucket can't be read without signing; the service has the same files",
  ),
  "edge.bucketsOnly": refused("the edge of a cluster has no private way to a bucket: a service answers in its place"),
  "edge.routes.host": full("a server per host in the edge proxy"),
  "edge.errorPages": different(
    "error pages of the edge proxy",
    "for what the proxy itself answers, from 500 on; a page that can't be had, and was not had in the last week, is a plain one of the proxy's",
  ),
  "edge.cache": different(
    "a cache in the edge proxy",
    "near the cluster, not near the client, of static routes only, and fresh for a day at most",
  ),
  "edge.waf.managedRules": different(
    "method, size, header and extension rules of the edge proxy",
    "a cluster has no managed rule set; put a firewall in front where one is needed",
  ),
  "edge.waf.rateRules": different(
    "the edge proxy's request zones",
    "each edge replica counts for itself; a rate below one a minute is one a minute; a rule without a burst takes all its requests at once, then as many as its rate",
  ),
  "edge.waf.maxBodyMiB": different(
    "body limit of the edge proxy",
    "and of 100 kB or more, 32 at a time in each edge replica, 8 of one client: the next gets 503",
  ),
  "edge.waf.deniedCountries": refused("the edge proxy knows no countries; put a firewall in front"),
  "edge.dns": different("hostnames of the Gateway", "external-dns, where the cluster has it, reads them there"),
  "edge.certificate": different(
    "a cert-manager Certificate per host",
    "the lowest TLS version is the Gateway implementation's: Gateway API has no field for it",
  ),
  "edge.deletionProtection": different("Pulumi protect on the Gateway", "the API server itself does not refuse"),
  "edge.routes.timeoutSeconds": full("proxy_read_timeout"),
  "edge.routes.websocket": different(
    "a location of the edge proxy for upgrades",
    "an idle one lives for an hour here, and as long as the Gateway's implementation lets it: Envoy five minutes",
  ),
  "edge.routes.streaming": full("proxy_buffering off"),
  "edge.redirects": full("locations of the edge proxy"),
  "edge.headers": full("headers of the edge proxy"),
  "edge.cors": full("headers of the edge proxy"),
  "edge.compression": different("gzip in the edge proxy", "no Brotli"),
  "edge.accessLogRetentionDays": different(
    "the edge proxy's standard output",
    "the cluster's log collection keeps it as long as it keeps logs, and the containers' logs too",
  ),
  "edge.waf.deniedExtensions": full("locations of the edge proxy"),
  "edge.waf.droppedHeaders": full("headers of the edge proxy"),
  "edge.waf.deniedCidrs": full("deny rules of the edge proxy"),
};
