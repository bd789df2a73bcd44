import { absent, atMost, type Readings, type Values } from "../../fact";
import { type edgeFacts, named } from "../../facts/edge";
import { fields, input, list, type Native, number, table, textOf } from "../../native";
import { inCode } from "./edge-routes";

/** CloudFront's headers, and AWS WAF. */
export const awsEdge: Readings<typeof edgeFacts> = {
  "edge: security headers": (native) => same(native, securityHeaders),
  "edge: CORS": (native) =>
    same(native, (policy) => {
      const cors = fields(policy.corsConfig);
      const items = (kind: string) => fields(cors[`accessControlAllow${kind}`]).items;
      return {
        origins: items("Origins"),
        credentials: cors.accessControlAllowCredentials,
        methods: items("Methods"),
        headers: items("Headers"),
        seconds: cors.accessControlMaxAgeSec,
      };
    }),
  "edge: managed rules": (native) => ({
    edge: rules(native).some(({ statement }) => fields(statement).managedRuleGroupStatement !== undefined),
  }),
  "edge: requests per minute and address": atMost((native) =>
    ofRates(native, ({ limit, evaluationWindowSec }) => (Number(limit) * 60) / Number(evaluationWindowSec)),
  ),
  "edge: paths of rates": (native) => ofRates(native, ({ scopeDownStatement }) => paths(fields(scopeDownStatement))),
  "edge: bursts": absent,
  "edge: largest body in MiB": (native) => ({ edge: largestBody(native) }),
  "edge: denied extensions": (native) => {
    const pattern = textOf(statementOf(native, "denied-extensions", "regexMatchStatement").regexString);
    return named(pattern === "" ? [] : pattern.replace(/^\(|\)\$$|\\/g, "").split("|"));
  },
  "edge: dropped headers": (native) => named(list(inCode(native, "dropped")).map(textOf)),
  "edge: denied ranges": (native) =>
    named(native.all("aws:wafv2/ipSet:IpSet").flatMap((set) => list(input(set, "addresses")).map(textOf))),
  "edge: denied countries": (native) =>
    named(list(statementOf(native, "denied-countries", "geoMatchStatement").countryCodes).map(textOf)),
};

type Fields = Readonly<Record<string, unknown>>;

function rules(native: Native): Fields[] {
  return list(input(native.one("aws:wafv2/webAcl:WebAcl"), "rules")).map(fields);
}

function statementOf(native: Native, rule: string, kind: string): Fields {
  return fields(fields(rules(native).find(({ name }) => name === rule)?.statement)[kind]);
}

/** What all policies for answers say: a difference between two would be no answer. */
function same(native: Native, value: (policy: Fields) => Values): Values {
  const said = native
    .all("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy")
    .map(({ inputs }) => JSON.stringify(value(inputs)));
  return new Set(said).size === 1 ? fields(JSON.parse(said[0] ?? "{}")) : {};
}

function securityHeaders(policy: Fields): Values {
  const config = fields(policy.securityHeadersConfig);
  const hsts = fields(config.strictTransportSecurity);
  return {
    "Strict-Transport-Security": [
      `max-age=${hsts.accessControlMaxAgeSec}`,
      ...(hsts.includeSubdomains === true ? ["includeSubDomains"] : []),
      ...(hsts.preload === true ? ["preload"] : []),
    ].join("; "),
    // CloudFront has one value for it.
    "X-Content-Type-Options": config.contentTypeOptions && "nosniff",
    "X-Frame-Options": fields(config.frameOptions).frameOption,
    "Referrer-Policy": fields(config.referrerPolicy).referrerPolicy,
    "Content-Security-Policy": fields(config.contentSecurityPolicy).contentSecurityPolicy,
  };
}

function ofRates(native: Native, value: (statement: Fields) => unknown): Values {
  return table(
    rules(native).filter(({ name }) => textOf(name).startsWith("rate-")),
    ({ name }) => textOf(name).replace(/^rate-/, ""),
    ({ statement }) => value(fields(fields(statement).rateBasedStatement)),
  );
}

function paths(statement: Fields): string[] {
  const any = list(fields(statement.orStatement).statements).map(fields);
  return (any.length > 0 ? any : [statement])
    .map((each) => textOf(fields(each.byteMatchStatement).searchString))
    .filter((path) => path !== "")
    .sort();
}

/** The most MiB of which the rule on Content-Length says nothing. */
function largestBody(native: Native): number | undefined {
  const pattern = statementOf(native, "body-limit", "regexMatchStatement").regexString;
  const refused = new RegExp(textOf(pattern));
  const most = Array.from({ length: 1024 }, (_, i) => i + 1).filter((mib) => !refused.test(String(mib * 1024 ** 2)));
  return pattern === undefined ? undefined : number(most.at(-1));
}
