import { otherwise, partly, type Reader, type Readings, type Values } from "../../fact";
import { hostRoutes, named, type routeFacts } from "../../facts/edge";
import { fields, input, list, type Native, table, text, textOf } from "../../native";

/** CloudFront, and the load balancer behind it. */
export const awsRoutes: Readings<typeof routeFacts> = {
  "edge: hosts": (native) => named(list(input(distribution(native), "aliases")).map(textOf)),
  "edge: records": (native) =>
    named(
      native
        .all("aws:route53/record:Record", "cdn")
        .filter((record) => text(record, "aliases.0.name") === textOf(distribution(native)?.outputs.domainName))
        .map((record) => text(record, "name")),
    ),
  "edge: certificate": (native) => {
    const certificate = native.one("aws:acm/certificate:Certificate", "-cdn-certificate");
    return named([text(certificate, "domainName"), ...list(input(certificate, "subjectAlternativeNames")).map(textOf)]);
  },
  "edge: lowest TLS": (native) => ({
    edge: /^TLSv(1\.\d)/.exec(text(distribution(native), "viewerCertificate.minimumProtocolVersion"))?.[1],
  }),
  "edge: HTTP leads to HTTPS": (native) => ({
    edge: behaviors(native).every(({ viewerProtocolPolicy }) => viewerProtocolPolicy === "redirect-to-https"),
  }),
  "edge: service by path": listenerRoutes,
  "edge: bucket by path": byPath(({ targetOriginId }) =>
    textOf(targetOriginId).startsWith("load-balancer-") ? undefined : targetOriginId,
  ),
  "edge: cache by path": cacheByRoute,
  "edge: seconds of the edge's cache": byPath(({ cachePolicyId }, native) => {
    const policy = native.all("aws:cloudfront/cachePolicy:CachePolicy").find(({ id }) => id === cachePolicyId);
    return Number(input(policy, "defaultTtl")) > 0 ? input(policy, "defaultTtl") : undefined;
  }),
  "edge: timeout by path": byPath(({ targetOriginId }, native) => {
    const origins = list(input(distribution(native), "origins")).map(fields);
    const origin = origins.find(({ originId }) => originId === targetOriginId);
    return fields(origin?.customOriginConfig).originReadTimeout;
  }),
  // CloudFront and ALB take upgrades wherever the whole request reaches the load balancer, and buffer nothing.
  "edge: websockets": byPath(({ originRequestPolicyId }) => originRequestPolicyId !== undefined || undefined),
  "edge: streaming": byPath(({ targetOriginId }) => textOf(targetOriginId).startsWith("load-balancer-") || undefined),
  "edge: redirects": (native) => {
    const targets = fields(inCode(native, "redirects"));
    return Object.fromEntries(
      Object.entries(targets).map(([from, target]) => [from, `${fields(target).status} ${fields(target).to}`]),
    );
  },
  "edge: compression": (native) => ({
    edge: behaviors(native).some(({ compress }) => compress === true),
  }),
  "edge: error pages": partly((native) =>
    table(
      list(input(distribution(native), "customErrorResponses")).map(fields),
      ({ errorCode }) => textOf(errorCode),
      ({ responsePagePath }) => responsePagePath,
    ),
  ),
  "edge: days of access logs": otherwise((native) => ({
    days: input(
      native.one("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "-storage-logs-lifecycle"),
      "rules.0.expiration.days",
    ),
  })),
  "edge: refuses deletion": (native) => ({
    edge: input(native.one("aws:lb/loadBalancer:LoadBalancer"), "enableDeletionProtection"),
  }),
};

type Fields = Readonly<Record<string, unknown>>;

function distribution(native: Native) {
  return native.one("aws:cloudfront/distribution:Distribution");
}

/** A value in the code of the function that sees each request: `var redirects = {...};`. */
export function inCode(native: Native, variable: string, event = "request"): unknown {
  const code = text(native.one("aws:cloudfront/function:Function", `-viewer-${event}`), "code");
  const found = new RegExp(`^var ${variable} = (.*);$`, "m").exec(code)?.[1];
  return found === undefined ? undefined : JSON.parse(found);
}

function behaviors(native: Native): Fields[] {
  const served = distribution(native);
  return [
    ...list(input(served, "orderedCacheBehaviors")).map(fields),
    { pathPattern: "/*", ...fields(input(served, "defaultCacheBehavior")) },
  ];
}

/** CloudFront's paths hold for all hosts. */
function byPath(value: (behavior: Fields, native: Native) => unknown): Reader {
  return (native) => {
    const found = new Map(behaviors(native).map((behavior) => [behavior.pathPattern, behavior]));
    return table(
      hostRoutes(native.topology),
      ({ key }) => key,
      ({ key }) => {
        const behavior = found.get(key.slice(key.indexOf("/")));
        return behavior && value(behavior, native);
      },
    );
  };
}

/** What browsers are told by the function that sees each answer, by host and path; `origin` where it says nothing. */
function cacheByRoute(native: Native): Values {
  const rules = list(inCode(native, "rules", "response")).map(fields);
  return table(
    hostRoutes(native.topology),
    ({ key }) => key,
    ({ key, route }) => {
      const path = key.slice(key.indexOf("/"));
      const host = route.host ?? "";
      const rule = rules.find((its) => its.host === host && `${its.path}${its.begins === true ? "*" : ""}` === path);
      return rule?.value === "no-store" ? "none" : (rule?.value ?? "origin");
    },
  );
}

/** Service by host and path: of two rules for one, the load balancer takes the one with the lower priority. */
function listenerRoutes(native: Native): Values {
  const groups = native.all("aws:lb/targetGroup:TargetGroup");
  const rules = native
    .all("aws:lb/listenerRule:ListenerRule")
    .sort((a, b) => Number(input(b, "priority")) - Number(input(a, "priority")));
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const conditions = list(input(rule, "conditions")).map(fields);
      const values = (kind: string) => conditions.flatMap((its) => list(fields(its[kind]).values)).map(textOf);
      const group = groups.find(({ outputs }) => outputs.arn === input(rule, "actions.0.targetGroupArn"));
      const service = group && native.short(group, "compute-load-balancer");
      const [path = "/*"] = values("pathPattern");
      return values("hostHeader").map((host) => [`${host}${path}`, service] as const);
    }),
  );
}
