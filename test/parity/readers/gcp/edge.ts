import { absent, type Readings, type Values } from "../../fact";
import { type edgeFacts, named } from "../../facts/edge";
import { fields, input, list, type Native, number, table, textOf } from "../../native";
import { addedHeaders, urlRules } from "./url-map";

type Fields = Readonly<Record<string, unknown>>;

/** Headers of the URL map, and Cloud Armor. */
export const gcpEdge: Readings<typeof edgeFacts> = {
  "edge: security headers": (native) =>
    same(
      rules(native).map((rule) => {
        const { "Cache-Control": _, ...headers } = addedHeaders(rule);
        return headers;
      }),
    ),
  "edge: CORS": (native) =>
    same(
      rules(native)
        .filter(({ backend }) => backend?.type.endsWith(":BackendService"))
        .map(({ rule }) => {
          const cors = fields(fields(rule.routeAction).corsPolicy);
          return {
            origins: cors.allowOrigins,
            credentials: cors.allowCredentials,
            methods: cors.allowMethods,
            headers: cors.allowHeaders,
            seconds: cors.maxAge,
          };
        }),
    ),
  "edge: managed rules": (native) => ({
    edge: policyRules(native).some((rule) => expression(rule).startsWith("evaluatePreconfiguredWaf(")),
  }),
  "edge: requests per minute and address": (native) =>
    ofRates(native, ({ rateLimitOptions }) => {
      const { count, intervalSec } = fields(fields(rateLimitOptions).rateLimitThreshold);
      return (Number(count) * 60) / Number(intervalSec);
    }),
  "edge: paths of rates": (native) => ofRates(native, (rule) => matched(rule).sort()),
  "edge: bursts": absent,
  "edge: largest body in MiB": (native) => {
    const rule = policyRules(native).find(({ description }) => description === "body-limit");
    return { edge: Number(number(/> (\d+)$/.exec(expression(rule ?? {}))?.[1])) / 1024 ** 2 };
  },
  "edge: denied extensions": (native) =>
    named(matched(policyRules(native).find(({ description }) => description === "denied-extensions") ?? {})),
  "edge: dropped headers": (native) =>
    named(
      list(input(native.one("gcp:compute/uRLMap:URLMap", "-cdn-routes"), "headerAction.requestHeadersToRemoves")).map(
        (header) => textOf(header).toLowerCase(),
      ),
    ),
  "edge: denied ranges": (native) =>
    named(
      policyRules(native)
        .filter(({ description }) => textOf(description).startsWith("denied-ranges"))
        .flatMap(({ match }) => list(fields(fields(match).config).srcIpRanges).map(textOf)),
    ),
  "edge: denied countries": (native) =>
    named(matched(policyRules(native).find(({ description }) => description === "denied-countries") ?? {})),
};

function rules(native: Native) {
  return urlRules(native).filter(({ rule }) => rule.urlRedirect === undefined);
}

/** What all say: a difference between two would be no answer. */
function same(all: Values[]): Values {
  const [first = {}, ...others] = all;
  return others.every((its) => JSON.stringify(its) === JSON.stringify(first)) ? first : {};
}

function policyRules(native: Native): Fields[] {
  const policy = native.one("gcp:compute/securityPolicy:SecurityPolicy", "-cdn-firewall");
  return list(input(policy, "rules")).map(fields);
}

function expression({ match }: Fields): string {
  return textOf(fields(fields(match).expr).expression);
}

/** The alternatives of a regular expression: `/api/` and `/auth` of `^(/api/|/auth)`. */
function matched(rule: Fields): string[] {
  const found = /\.matches\('\^?\((.*)\)\$?'\)$/.exec(expression(rule))?.[1];
  return found === undefined ? [] : found.replaceAll(/\[(.)\]/g, "$1").split("|");
}

function ofRates(native: Native, value: (rule: Fields) => unknown): Values {
  return table(
    policyRules(native).filter(({ action }) => action === "throttle"),
    ({ description }) => textOf(description).replace(/^rate-/, ""),
    value,
  );
}
