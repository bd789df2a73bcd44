import type { PlanResource } from "../../../../preview/model/plan";
import type { Reader } from "../../fact";
import { fields, input, list, type Native, table, text, textOf } from "../../native";

type Fields = Readonly<Record<string, unknown>>;

/** What Front Door does for one path of one host. */
export interface Path {
  /** Host and path as routes are written. */
  key: string;
  route: PlanResource;
  /** A service's name, or `bucket-` and a bucket's. */
  origin: string;
  /** Its rules, in order. */
  rules: PlanResource[];
}

/** Every path of every host. */
export function paths(native: Native): Path[] {
  const domains = native.all("azure-native:cdn:AFDCustomDomain");
  return native.all("azure-native:cdn:Route").flatMap((route) => {
    const group = native
      .all("azure-native:cdn:AFDOriginGroup")
      .find(({ id }) => id !== undefined && id === input(route, "originGroup.id"));
    const rules = list(input(route, "ruleSets")).flatMap((set) => rulesOf(native, fields(set).id));
    const hosts = list(input(route, "customDomains")).map((its) => fields(its).id);
    return domains
      .filter(({ id }) => id !== undefined && hosts.includes(id))
      .flatMap((domain) =>
        list(input(route, "patternsToMatch")).map((pattern) => ({
          key: `${text(domain, "hostName")}${textOf(pattern)}`,
          route,
          origin: text(group, "originGroupName"),
          rules,
        })),
      );
  });
}

/** One value for each path. */
export function byPath(value: (path: Path, native: Native) => unknown): Reader {
  return (native) =>
    table(
      paths(native),
      ({ key }) => key,
      (path) => value(path, native),
    );
}

/** Parameters of the actions of a kind, of rules without or with a condition. */
export function actions(rules: readonly PlanResource[], kind: string, conditional = false): Fields[] {
  return rules
    .filter((rule) => list(input(rule, "conditions")).length > 0 === conditional)
    .flatMap((rule) => list(input(rule, "actions")).map(fields))
    .filter(({ name }) => name === kind)
    .map(({ parameters }) => fields(parameters));
}

/** Headers that rules write; a long value comes in pieces. */
export function writtenHeaders(rules: readonly PlanResource[], conditional = false): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { headerAction, headerName, value } of actions(rules, "ModifyResponseHeader", conditional)) {
    const name = textOf(headerName);
    headers[name] = `${headerAction === "Append" ? (headers[name] ?? "") : ""}${textOf(value)}`;
  }
  return headers;
}

function rulesOf(native: Native, setId: unknown): PlanResource[] {
  const set = native.all("azure-native:cdn:RuleSet").find(({ id }) => id !== undefined && id === setId);
  return native
    .all("azure-native:cdn:Rule")
    .filter((rule) => set !== undefined && rule.name.startsWith(`${set.name}-rule-`))
    .sort((a, b) => Number(input(a, "order")) - Number(input(b, "order")));
}
