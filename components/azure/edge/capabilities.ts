import type { ConceptOptions } from "../../contract/capabilities";
import { different, full, refused } from "../../contract/capabilities/capability";

/** How Azure supports each option of the edge. */
export const edgeCapabilities: ConceptOptions<"edge"> = {
  "edge.routes.bucket": different(
    "storage account read as Front Door's identity",
    "over its public address, which takes tokens of identities and neither keys nor anonymous requests: Front Door reads as an identity over no private link",
  ),
  "edge.bucketsOnly": refused(
    "Front Door may list what it may read, so a bucket that answers for all paths could be asked for the list of its objects",
  ),
  "edge.routes.host": different(
    "Front Door routes by host",
    "the application is called by its Container Apps name; the client's host is in X-Forwarded-Host",
  ),
  "edge.routes.timeoutSeconds": different("Front Door origin timeout", "one for all paths, the longest, 16 to 240 s"),
  "edge.routes.websocket": different(
    "Front Door",
    "on every path that is not cached; five minutes without data or four hours end it",
  ),
  "edge.routes.streaming": different("Front Door", "chunks pass, but Microsoft does not support Server-Sent Events"),
  "edge.redirects": different(
    "Front Door rule set",
    "a query in the address takes the place of the request's own; to no other port",
  ),
  "edge.headers": full("Front Door rule set"),
  "edge.cors": different("Front Door rule set", "it adds the headers; the application answers the preflight itself"),
  "edge.compression": different("Front Door gzip and Brotli", "of cached paths only, 1 KB to 8 MB"),
  "edge.accessLogRetentionDays": different(
    "Log Analytics workspace",
    "at least 30 and at most 730 days, as the logs of containers",
  ),
  "edge.errorPages": different(
    "nothing",
    "Front Door has no error pages of ours: the application answers errors itself",
  ),
  "edge.cache": different(
    "Front Door edge locations",
    "only static routes are cached: what has no Cache-Control would be kept for days; the origin's own Cache-Control goes before the seconds of a route and is what browsers see: a rule can't tell a file from an error, so an object of a bucket has to be stored with one",
  ),
  "edge.waf.managedRules": full("Microsoft Default Rule Set and bot manager"),
  "edge.waf.rateRules": different(
    "WAF rate limit rules",
    "counted in windows of one or five minutes; no burst, no delay",
  ),
  "edge.waf.maxBodyMiB": different(
    "WAF rule on Content-Length",
    "a pattern of numbers, as the firewall compares lengths of text only; a body that does not say its length passes",
  ),
  "edge.waf.deniedExtensions": full("WAF rule on the path"),
  "edge.waf.droppedHeaders": different(
    "Front Door rule set",
    "X-Forwarded-Host is Front Door's own, written over the client's",
  ),
  "edge.waf.deniedCidrs": full("WAF rule on the address"),
  "edge.waf.deniedCountries": full("WAF geo match"),
  "edge.dns": full("records in the domain's Azure DNS zone"),
  "edge.certificate": different("Front Door managed certificates", "one per host"),
  "edge.deletionProtection": different(
    "nothing",
    "a lock on the profile would refuse every route and host that is taken away later, and Front Door holds no data",
  ),
};
