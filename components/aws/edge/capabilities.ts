import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How AWS supports each option of the edge. */
export const edgeCapabilities: ConceptOptions<"edge"> = {
  "edge.routes.bucket": full("CloudFront origin access control"),
  "edge.bucketsOnly": full("CloudFront with a root object"),
  "edge.routes.host": different(
    "host rules of the load balancer",
    "CloudFront caches by path: where hosts differ on one, all have the most careful cache at the edge and the longest timeout; browsers are told by host",
  ),
  "edge.errorPages": different(
    "CloudFront custom error responses for 502, 503 and 504",
    "these come from a bucket, as a plain page until the application's own is put there; others only where no route is uncached: they hold for all paths and would turn an API's errors into HTML",
  ),
  "edge.cache": full("CloudFront edge locations"),
  "edge.waf.managedRules": full("AWS WAF managed rule groups"),
  "edge.waf.rateRules": different(
    "WAF rate-based rules",
    "counted in windows of 60, 120, 300 or 600 s with at least 10; no burst, no delay",
  ),
  "edge.waf.maxBodyMiB": different("WAF rule on Content-Length", "a body that does not say its length passes"),
  "edge.waf.deniedCountries": full("WAF geo match"),
  "edge.dns": full("Route 53 records in the zone of the domain"),
  "edge.certificate": full("ACM with DNS validation"),
  "edge.deletionProtection": full("ALB deletion protection"),
  "edge.routes.timeoutSeconds": different("CloudFront origin read timeout", "at most 120 s"),
  "edge.routes.websocket": full("CloudFront and ALB"),
  "edge.routes.streaming": full("CloudFront and ALB"),
  "edge.redirects": full("CloudFront function"),
  "edge.headers": full("CloudFront response headers policy"),
  "edge.cors": full("CloudFront response headers policy"),
  "edge.compression": different(
    "CloudFront gzip and Brotli",
    "only what may be cached; where hosts differ on a path, none of it: the application compresses the rest",
  ),
  "edge.accessLogRetentionDays": different(
    "lifecycle of the log bucket",
    "90 days in prod, else 30; the firewall's log as long as was asked for",
  ),
  "edge.waf.deniedExtensions": full("WAF rule on the path"),
  "edge.waf.droppedHeaders": full("CloudFront function"),
  "edge.waf.deniedCidrs": full("WAF IP set"),
};
