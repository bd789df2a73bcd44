import { absent, atLeast, type Readings } from "../../fact";
import { named, type routeFacts } from "../../facts/edge";
import { fields, input, table, text, textOf } from "../../native";
import { actions, byPath, paths } from "./front-door";

/** Front Door. */
export const azureRoutes: Readings<typeof routeFacts> = {
  "edge: hosts": (native) =>
    named(native.all("azure-native:cdn:AFDCustomDomain").map((domain) => text(domain, "hostName"))),
  "edge: records": (native) =>
    named(
      native
        .all("azure-native:dns:RecordSet", "cdn")
        .filter((record) => ["A", "AAAA", "CNAME"].includes(text(record, "recordType")))
        .map((record) => `${text(record, "relativeRecordSetName")}.${text(record, "zoneName")}`.replace(/^@\./, "")),
    ),
  "edge: certificate": (native) =>
    named(
      native
        .all("azure-native:cdn:AFDCustomDomain")
        .filter((domain) => text(domain, "tlsSettings.certificateType") === "ManagedCertificate")
        .map((domain) => text(domain, "hostName")),
    ),
  "edge: lowest TLS": (native) => {
    const lowest = native
      .all("azure-native:cdn:AFDCustomDomain")
      .map((domain) => text(domain, "tlsSettings.minimumTlsVersion"));
    return { edge: lowest.every((version) => version === "TLS12") ? "1.2" : lowest.join(" ") };
  },
  "edge: HTTP leads to HTTPS": (native) => ({
    edge: native.all("azure-native:cdn:Route").every((route) => text(route, "httpsRedirect") === "Enabled"),
  }),
  "edge: service by path": byPath(({ origin }) => (origin.startsWith("bucket-") ? undefined : origin)),
  "edge: bucket by path": byPath(({ origin }) => /^bucket-(.+)$/.exec(origin)?.[1]),
  // What browsers are told is the origin's to say.
  "edge: cache by path": absent,
  "edge: seconds of the edge's cache": byPath(({ rules }) => {
    const [override] = actions(rules, "RouteConfigurationOverride");
    const { cacheDuration } = fields(override?.cacheConfiguration);
    const [, days = "0", hours, minutes, seconds] = /^(?:(\d+)\.)?(\d+):(\d+):(\d+)$/.exec(textOf(cacheDuration)) ?? [];
    return hours === undefined
      ? undefined
      : ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  }),
  "edge: timeout by path": atLeast(
    byPath((_, native) => input(native.one("azure-native:cdn:Profile"), "originResponseTimeoutSeconds")),
  ),
  "edge: websockets": byPath(({ route }) => input(route, "cacheConfiguration") === undefined || undefined),
  "edge: streaming": byPath(({ route }) => input(route, "cacheConfiguration") === undefined || undefined),
  "edge: redirects": (native) => {
    const [path] = paths(native);
    const redirects = (path?.rules ?? []).filter((rule) => actions([rule], "UrlRedirect", true).length > 0);
    return table(
      redirects,
      // Front Door's path has no leading slash but for the root.
      (rule) => text(rule, "conditions.0.parameters.matchValues.0").replace(/^(?!\/)/, "/"),
      (rule) => {
        const [redirect] = actions([rule], "UrlRedirect", true);
        const host = redirect?.customHostname === undefined ? "" : `https://${textOf(redirect.customHostname)}`;
        return `${redirect?.redirectType === "Moved" ? 301 : 302} ${host}${textOf(redirect?.customPath)}`;
      },
    );
  },
  "edge: compression": (native) => ({
    edge: native
      .all("azure-native:cdn:Route")
      .some((route) => input(route, "cacheConfiguration.compressionSettings.isCompressionEnabled") === true),
  }),
  "edge: error pages": absent,
  "edge: days of access logs": atLeast((native) => ({
    days: input(native.one("azure-native:operationalinsights:Workspace", "-cdn-log"), "retentionInDays"),
  })),
  "edge: refuses deletion": absent,
};
