import { absent, atMost, partly, type Readings, type Values } from "../../fact";
import { type edgeFacts, named } from "../../facts/edge";
import { fields, input, list, type Native, number, table, text, textOf } from "../../native";
import { actions, paths, writtenHeaders } from "./front-door";

type Fields = Readonly<Record<string, unknown>>;

/** Rule sets of Front Door, and its firewall. */
export const azureEdge: Readings<typeof edgeFacts> = {
  "edge: security headers": (native) => everywhere(native, ({ rules }) => writtenHeaders(rules)),
  "edge: CORS": (native) =>
    everywhere(native, ({ rules }) => {
      const own = rules.filter((rule) => text(rule, "conditions.0.parameters.selector") === "Origin");
      if (own.length === 0) return {};
      const headers = writtenHeaders(own, true);
      const asked = own.flatMap((rule) => list(input(rule, "conditions.0.parameters.matchValues")));
      return {
        origins: [...new Set(asked)],
        credentials: headers["Access-Control-Allow-Credentials"] === "true",
        methods: headers["Access-Control-Allow-Methods"]?.split(", "),
        headers: headers["Access-Control-Allow-Headers"]?.split(", "),
        seconds: number(headers["Access-Control-Max-Age"]),
      };
    }),
  "edge: managed rules": (native) => ({
    edge: list(input(policy(native), "managedRules.managedRuleSets")).length > 0,
  }),
  "edge: requests per minute and address": atMost((native) =>
    ofRates(native, (rule) => Number(rule.rateLimitThreshold) / Number(rule.rateLimitDurationInMinutes)),
  ),
  "edge: paths of rates": (native) =>
    ofRates(native, (rule) =>
      values(rule, "RequestUri")
        .map((pattern) => pattern.replace("^(https?://[^/]+)?", "").replaceAll("\\", ""))
        .sort(),
    ),
  "edge: bursts": absent,
  "edge: largest body in MiB": (native) => ({
    edge: largestBody(new RegExp(values(ruleOf(native, "bodyLimit"), "RequestHeader")[0] ?? "")),
  }),
  "edge: denied extensions": (native) =>
    named(
      values(ruleOf(native, "deniedExtensions"), "RequestUri").flatMap((pattern) =>
        (/^\^\[\^\?\]\*\((.*)\)\(\\\?\|\$\)$/.exec(pattern)?.[1] ?? pattern).replaceAll("\\", "").split("|"),
      ),
    ),
  "edge: dropped headers": partly((native) => {
    const [path] = paths(native);
    return named(
      actions(path?.rules ?? [], "ModifyRequestHeader")
        .filter(({ headerAction }) => headerAction === "Delete")
        .map(({ headerName }) => textOf(headerName).toLowerCase()),
    );
  }),
  "edge: denied ranges": (native) => named(values(ruleOf(native, "deniedCidrs"), "SocketAddr")),
  "edge: denied countries": (native) => named(values(ruleOf(native, "deniedCountries"), "SocketAddr")),
};

/** What every path says: a difference between two would be no answer. */
function everywhere(native: Native, value: (path: ReturnType<typeof paths>[number]) => Values): Values {
  const [first = {}, ...others] = paths(native).map(value);
  return others.every((its) => JSON.stringify(its) === JSON.stringify(first)) ? first : {};
}

function policy(native: Native) {
  return native.one("azure-native:frontdoor:Policy");
}

function customRules(native: Native): Fields[] {
  return list(input(policy(native), "customRules.rules")).map(fields);
}

function ruleOf(native: Native, name: string): Fields | undefined {
  return customRules(native).find((rule) => rule.name === name);
}

/** What a rule compares a part of the request with. */
function values(rule: Fields | undefined, variable: string): string[] {
  return list(rule?.matchConditions)
    .map(fields)
    .filter(({ matchVariable }) => matchVariable === variable)
    .flatMap(({ matchValue }) => list(matchValue).map(textOf));
}

/** The most MiB that a pattern of lengths lets through, asked of the pattern itself. */
function largestBody(denied: RegExp): number {
  const refuses = (mebibytes: number, more: number) => denied.test(String(mebibytes * 1024 ** 2 + more));
  for (let mebibytes = 1; mebibytes < 4096; mebibytes += 1) {
    if (!refuses(mebibytes, 0) && refuses(mebibytes, 1)) return mebibytes;
  }
  return 0;
}

function ofRates(native: Native, value: (rule: Fields) => unknown): Values {
  return table(
    customRules(native).filter(({ ruleType }) => ruleType === "RateLimitRule"),
    ({ name }) => textOf(name).replace(/^rate/, ""),
    value,
  );
}
