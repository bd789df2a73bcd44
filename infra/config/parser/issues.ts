import { z } from "zod";
import { valueAt } from "../value-at";
import { type ConfigProblems, nearest } from "./problems";

type Issue = z.core.$ZodIssue;

/** Keys whose values are described, never shown. */
export const secretKeys: ReadonlySet<string> = new Set(["secrets", "registries"]);

/** The name of an object in messages. */
export const keysAndValues = "a set of keys and values";

/** Reports a schema's issues in the words of a config. Keys that already have a problem are skipped. */
export function addIssues(
  schema: z.ZodObject,
  issues: readonly Issue[],
  data: unknown,
  problems: ConfigProblems,
): void {
  const reported = new Set(problems.problems.map(({ key }) => key));
  for (const issue of issues) {
    const path = issue.path.map(String);
    const key = path.join(".");
    if (reported.has(path[0] ?? "") || issues.some((other) => isTighter(other, issue))) continue;
    if (issue.code === "unrecognized_keys") {
      for (const strange of issue.keys) {
        problems.add([...path, strange].join("."), "is no key of this program", allowedKeys(schema, path, strange));
      }
      continue;
    }
    if (issue.code === "invalid_key") {
      problems.add(key, "is not allowed as a key", issue.issues.map(({ message }) => message).join("; "));
      continue;
    }
    const found = valueAt(data, path);
    const required = found === undefined ? "; it is required" : "";
    const shown = secretKeys.has(path[0] ?? "") ? kindOf(found) : quoted(found);
    problems.add(key, `is ${shown}`, `${allowed(schema, issue, path, found)}${required}`);
  }
}

/** Whether the other bound of the same value is stricter. */
function isTighter(other: Issue, issue: Issue): boolean {
  if (other.path.join(".") !== issue.path.join(".")) return false;
  if (other.code === "too_big" && issue.code === "too_big") return other.maximum < issue.maximum;
  if (other.code === "too_small" && issue.code === "too_small") return other.minimum > issue.minimum;
  return false;
}

/** Secrets are described, never shown. */
function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "nothing";
  if (value === "") return "an empty text";
  if (typeof value === "number") return "a number";
  return typeWord(Array.isArray(value) ? "array" : typeof value);
}

function quoted(value: unknown): string {
  return value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
}

function allowed(schema: z.ZodObject, issue: Issue, path: readonly string[], found: unknown): string {
  switch (issue.code) {
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "2 or 3";
    case "too_small":
      return issue.message.startsWith("Too small") ? `at least ${issue.minimum}` : issue.message;
    case "too_big":
      return `at most ${issue.maximum}`;
    case "invalid_type":
      return (found === undefined ? format(schema, path) : undefined) ?? typeWord(issue.expected);
    default:
      return issue.message;
  }
}

/** The schema's description of the expected text; undefined if any text fits, or no text is expected. */
function format(whole: z.ZodObject, path: readonly string[]): string | undefined {
  const schema = schemaAt(whole, path);
  const issue = schema instanceof z.ZodType ? schema.safeParse("").error?.issues[0] : undefined;
  return issue === undefined || issue.code === "invalid_type" ? undefined : issue.message;
}

/** A type with its article. Every number of the schema is whole. */
function typeWord(type: string): string {
  const words: Record<string, string> = {
    int: "a whole number",
    number: "a whole number",
    string: "a text",
    boolean: "true or false",
    array: "a list",
    object: keysAndValues,
    record: keysAndValues,
  };
  return words[type] ?? type;
}

function allowedKeys(schema: z.ZodObject, path: readonly string[], strange: string): string {
  const keys = Object.keys(shapeOf(schemaAt(schema, path)));
  return nearest(strange, keys) ?? (keys.length === 0 ? "no key here" : `one of ${keys.join(", ")}`);
}

/** The schema at a path, without its optional wrapper. */
function schemaAt(whole: z.ZodObject, path: readonly string[]): unknown {
  return path.reduce<unknown>((schema, key) => unwrap(shapeOf(schema)[key]), whole);
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  while (
    typeof current === "object" &&
    current !== null &&
    "unwrap" in current &&
    typeof current.unwrap === "function"
  ) {
    current = current.unwrap();
  }
  return current;
}

function shapeOf(schema: unknown): Record<string, unknown> {
  if (typeof schema !== "object" || schema === null || !("shape" in schema)) return {};
  const { shape } = schema;
  return typeof shape === "object" && shape !== null ? { ...shape } : {};
}
