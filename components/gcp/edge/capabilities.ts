import type { ConceptOptions } from "../../contract/capabilities";
import { different, full, refused } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of the edge. */
export const edgeCapabilities: ConceptOptions<"edge"> = {
  "edge.routes.bucket": full("backend bucket that the load balancer's service agent alone may read"),
  "edge.bucketsOnly": refused(
    "the load balancer may list what it may read, so a bucket that answers for all paths could be asked for the list of its objects",
  ),
  "edge.routes.host": full("host rules of the URL map"),
  "edge.routes.timeoutSeconds": different(
    "request timeout of Cloud Run",
    "one for a service: the longest of its routes, at most 3600 s",
  ),
  "edge.routes.websocket": different(
    "Application Load Balancer and Cloud Run",
    "a websocket lives for 3600 s at most, and then the client connects again",
  ),
  "edge.routes.streaming": full("Application Load Balancer and Cloud Run"),
  "edge.redirects": different("URL map", "to a host and a path: no query, no fragment"),
  "edge.headers": different(
    "header actions of the URL map",
    "an answer that the load balancer gives itself, a redirect or a refusal, has none",
  ),
  "edge.cors": full("CORS policy of the URL map; a bucket has its own"),
  "edge.compression": full("dynamic compression of Cloud CDN, where answers may be cached"),
  "edge.accessLogRetentionDays": full("log bucket with the load balancer's requests"),
  "edge.errorPages": different(
    "custom error responses of the URL map",
    "pages are read from a bucket that a route names; where there is none, the application's own errors and the load balancer's short text are shown",
  ),
  "edge.cache": different(
    "Cloud CDN",
    "browsers are told for how long, of successful answers; `immutable` is never set, as it would be set on errors too",
  ),
  "edge.waf.managedRules": different(
    "preconfigured rules of Cloud Armor, OWASP CRS 4.22 at sensitivity 1",
    "they look at the first 64 KB of a body, the most there is",
  ),
  "edge.waf.rateRules": different(
    "throttle rules of Cloud Armor",
    "counted in windows of 10 s to an hour; no burst; the longest path that matches counts alone, and answers from the cache do not count",
  ),
  "edge.waf.maxBodyMiB": different(
    "Cloud Armor rule on Content-Length",
    "answers 403; a body that does not say its length passes, up to the 32 MiB of Cloud Run",
  ),
  "edge.waf.deniedExtensions": full("Cloud Armor rule on the path"),
  "edge.waf.droppedHeaders": full("header actions of the URL map"),
  "edge.waf.deniedCidrs": full("Cloud Armor, before and behind the cache"),
  "edge.waf.deniedCountries": full("Cloud Armor, before and behind the cache"),
  "edge.dns": full("Cloud DNS records in the zone that the stack names"),
  "edge.certificate": different("Certificate Manager with DNS authorization", "one certificate per host, in one map"),
  "edge.deletionProtection": different(
    "Pulumi protect on the addresses",
    "a load balancer of Google Cloud does not refuse",
  ),
};
