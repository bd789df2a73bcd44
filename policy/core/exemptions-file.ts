import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import type { Exemption } from "./exemption";
import { nearWords } from "./near";

/** A mistake in an exemptions file; the message has a line for each. */
export class ExemptionsError extends Error {}

const required = ["rule", "resource", "owner", "reason", "expires"] as const;
const optional = ["container", "property"] as const;
/** As they are told to a reader. */
const keys = ["rule", "resource", ...optional, "owner", "reason", "expires"] as const;
type Key = (typeof keys)[number];

/**
 * The exemptions of a pack: of the file that `ISOTOPO_EXEMPTIONS` names, else of `exemptions.yaml` in the pack's folder,
 * where there is one. Throws an `ExemptionsError` that names every mistake.
 */
export function readExemptions(packDir: string, ruleIds: ReadonlySet<string>): Exemption[] {
  const named = process.env.ISOTOPO_EXEMPTIONS;
  const file = named !== undefined && named !== "" ? named : join(packDir, "exemptions.yaml");
  if (!existsSync(file)) {
    if (named !== undefined && named !== "")
      throw new ExemptionsError(`ISOTOPO_EXEMPTIONS names ${file}, which is missing`);
    return [];
  }
  return parseExemptions(readFileSync(file, "utf8"), basename(file), ruleIds);
}

/** The exemptions in a text. */
export function parseExemptions(text: string, file: string, ruleIds: ReadonlySet<string>): Exemption[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const place = (node: unknown): string => `${file}:${lines.linePos(rangeOf(node)?.[0] ?? 0).line || 1}`;
  const problems = document.errors.map((error) => `${file}:${error.linePos?.[0].line ?? 1}: ${wordsOf(error.message)}`);
  const list = isMap(document.contents) ? document.contents.get("exemptions", true) : undefined;
  const exemptions: Exemption[] = [];
  if (problems.length === 0) {
    if (isSeq(list)) {
      for (const [i, item] of list.items.entries()) {
        const found = exemptionOf(item, `exemptions[${i}]`, place, ruleIds);
        if (Array.isArray(found)) problems.push(...found);
        else exemptions.push(found);
      }
    } else if (!isEmpty(list)) problems.push(`${place(list)}: exemptions is no list`);
    if (list === undefined && document.contents !== null) problems.push(`${file}:1: it has no list "exemptions"`);
  }
  if (problems.length > 0) throw new ExemptionsError(problems.join("\n"));
  return exemptions;
}

/** The first line of the parser's words; the place is said before them. */
export function wordsOf(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}

function isEmpty(node: unknown): boolean {
  return node === undefined || node === null || (isScalar(node) && node.value === null);
}

/** The exemption, or what is wrong with it. */
function exemptionOf(
  item: unknown,
  path: string,
  place: (node: unknown) => string,
  ruleIds: ReadonlySet<string>,
): Exemption | string[] {
  if (!isMap(item)) return [`${place(item)}: ${path} is no map of ${keys.join(", ")}`];
  const values = new Map<string, string>(
    keys.map((key) => [key, textOf(item, key)] as const).filter(([, value]) => value !== ""),
  );
  const strange = item.items.map(({ key }) => String(key)).filter((key) => !keys.some((known) => known === key));
  const empty = optional.filter((key) => item.has(key) && !values.has(key));
  const expires = values.get("expires");
  const rule = values.get("rule");
  const problems = [
    ...strange.map((key) => `${path} has "${key}"; allowed: ${keys.join(", ")}${nearWords(key, keys)}`),
    ...required.filter((key) => !values.has(key)).map((key) => `${path}.${key} is missing`),
    ...empty.map((key) => `${path}.${key} is no text; required: a text, in which * matches any text, or leave it out`),
    ...(rule !== undefined && !ruleIds.has(rule)
      ? [`${path}.rule is "${rule}", which is no rule of this pack${nearWords(rule, ruleIds)}`]
      : []),
    ...(expires !== undefined && !isDay(expires)
      ? [`${path}.expires is "${expires}"; required: a day, as 2027-01-31`]
      : []),
  ];
  if (problems.length > 0) return problems.map((problem) => `${place(item)}: ${problem}`);
  const [of, resource, owner, reason, until] = required.map((key) => values.get(key) ?? "");
  return {
    rule: of ?? "",
    resource: resource ?? "",
    ...Object.fromEntries(optional.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : []))),
    owner: owner ?? "",
    reason: reason ?? "",
    expires: until ?? "",
    place: place(item),
  };
}

function textOf(item: YAMLMap, key: Key): string {
  const node = item.get(key, true);
  return isScalar(node) && node.value !== null ? String(node.source ?? node.value).trim() : "";
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function rangeOf(node: unknown): Node["range"] | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
}
