import { absent, atLeast, otherwise, type Readings } from "../../fact";
import { named, type routeFacts } from "../../facts/edge";
import { fields, input, list, number, table, text, textOf } from "../../native";
import { addedHeaders, byPath, serviceOf, urlRules } from "./url-map";

/** The global Application Load Balancer with Cloud CDN. */
export const gcpRoutes: Readings<typeof routeFacts> = {
  "edge: hosts": (native) =>
    named(
      list(input(native.one("gcp:compute/uRLMap:URLMap", "-cdn-routes"), "hostRules")).flatMap((rule) =>
        list(fields(rule).hosts).map(textOf),
      ),
    ),
  "edge: records": (native) =>
    named(
      native
        .all("gcp:dns/recordSet:RecordSet", "cdn")
        .filter((record) => ["A", "AAAA"].includes(text(record, "type")))
        .map((record) => text(record, "name").replace(/\.$/, "")),
    ),
  "edge: certificate": (native) =>
    named(
      native
        .all("gcp:certificatemanager/certificate:Certificate")
        .flatMap((certificate) => list(input(certificate, "managed.domains")).map(textOf)),
    ),
  "edge: lowest TLS": (native) => ({
    edge: /^TLS_(1_\d)$/
      .exec(text(native.one("gcp:compute/sSLPolicy:SSLPolicy"), "minTlsVersion"))?.[1]
      ?.replace("_", "."),
  }),
  "edge: HTTP leads to HTTPS": (native) => ({
    edge: input(native.one("gcp:compute/uRLMap:URLMap", "-cdn-http-redirect"), "defaultUrlRedirect.httpsRedirect"),
  }),
  "edge: service by path": byPath(({ backend }, native) => serviceOf(backend, native)),
  "edge: bucket by path": byPath(({ backend }, native) => {
    const bucket = native
      .all("gcp:storage/bucket:Bucket", "storage")
      .find((its) => text(its, "name") === text(backend, "bucketName"));
    return bucket && native.short(bucket, "storage");
  }),
  // `immutable` is never said.
  "edge: cache by path": otherwise(
    byPath((rule) => {
      const said = addedHeaders(rule)["Cache-Control"];
      if (said === "no-store") return input(rule.backend, "enableCdn") === false ? "none" : undefined;
      const seconds = input(rule.backend, "cdnPolicy.clientTtl");
      return said ?? (seconds === undefined ? "origin" : `public, max-age=${String(seconds)}`);
    }),
  ),
  "edge: seconds of the edge's cache": byPath(({ backend }) => input(backend, "cdnPolicy.defaultTtl")),
  "edge: timeout by path": atLeast(
    byPath(({ backend }, native) => {
      const name = serviceOf(backend, native);
      const service = native.one("gcp:cloudrunv2/service:Service", `-compute-${name}`);
      return number(input(service, "template.timeout"));
    }),
  ),
  // This kind of load balancer takes upgrades and buffers nothing, and so does Cloud Run.
  "edge: websockets": byPath(({ backend }) => text(backend, "loadBalancingScheme") === "EXTERNAL_MANAGED" || undefined),
  "edge: streaming": byPath(({ backend }) => text(backend, "loadBalancingScheme") === "EXTERNAL_MANAGED" || undefined),
  "edge: redirects": (native) => {
    const [host = ""] = native.topology.edge.hosts.map((its) => its.host);
    return table(
      urlRules(native).filter(({ key, rule }) => key.startsWith(host) && rule.urlRedirect !== undefined),
      ({ key }) => key.slice(host.length),
      ({ rule }) => {
        const { hostRedirect, pathRedirect, redirectResponseCode } = fields(rule.urlRedirect);
        const status = redirectResponseCode === "MOVED_PERMANENTLY_DEFAULT" ? 301 : 302;
        return `${status} ${hostRedirect === undefined ? "" : `https://${textOf(hostRedirect)}`}${textOf(pathRedirect)}`;
      },
    );
  },
  "edge: compression": (native) => ({
    edge: native
      .all("gcp:compute/backendService:BackendService")
      .some((backend) => text(backend, "compressionMode") === "AUTOMATIC"),
  }),
  // Pages come from a bucket, and no application has both.
  "edge: error pages": absent,
  "edge: days of access logs": (native) => ({
    days: input(native.one("gcp:logging/projectBucketConfig:ProjectBucketConfig", "-cdn-log"), "retentionDays"),
  }),
  "edge: refuses deletion": (native) => ({
    edge: native.all("gcp:compute/globalAddress:GlobalAddress", "cdn").every((address) => address.protect),
  }),
};
