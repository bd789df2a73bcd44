import { z } from "zod";
import type { Applications } from "../../apps";
import type { Application } from "../../apps/application";
import { keysAndValues, secretKeys } from "./issues";
import { type ConfigProblems, nearest } from "./problems";

/** A stack's config as Pulumi passes it: text by `namespace:key`. */
export type Raw = Readonly<Record<string, string>>;

/** Keys that hold the number of a run. */
const runs: ReadonlySet<string> = new Set(["run", "migrationRun"]);

/** The values under a namespace, by key. Reports unknown keys and values that are not JSON. */
export function decode(
  raw: Raw,
  namespace: string,
  { shape }: z.ZodObject,
  problems: ConfigProblems,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const known = Object.keys(shape);
  for (const [fullKey, text] of Object.entries(raw)) {
    const [space, key = ""] = splitKey(fullKey);
    if (space !== namespace) continue;
    if (!known.includes(key)) {
      problems.add(key, "is no key of this program", nearest(key, known) ?? `one of ${known.join(", ")}`);
      continue;
    }
    data[key] = isText(shape[key]) ? text : json(key, text, shape[key], problems);
  }
  return data;
}

/** The application of that name; reports a problem if there is none. */
export function applicationOf(
  name: unknown,
  applications: Applications,
  problems: ConfigProblems,
): Application | undefined {
  if (typeof name === "string" && applications.has(name)) return applications.load(name);
  const names = applications.names();
  const all = `one of ${names.join(", ")}`;
  if (typeof name === "string") problems.add("app", `is ${JSON.stringify(name)}`, nearest(name, names) ?? all);
  else problems.add("app", "is missing", `${all}; it is required`);
  return undefined;
}

/** Whether a key's value is text by its schema; all other values are JSON. */
function isText(schema: unknown): boolean {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodString || inner instanceof z.ZodEnum;
}

function json(key: string, text: string, schema: unknown, problems: ConfigProblems): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // If no object is expected, the schema itself reports the mistake.
    if (!runs.has(key) && !isBranch(schema)) return text;
    const allowed = runs.has(key) ? "a whole number, 1 or more" : keysAndValues;
    problems.add(key, secretKeys.has(key) ? "is a text" : `is ${JSON.stringify(text)}`, allowed);
    return undefined;
  }
}

function isBranch(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return isBranch(schema.unwrap());
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
}

function splitKey(fullKey: string): [string, string] {
  const colon = fullKey.indexOf(":");
  return [fullKey.slice(0, colon), fullKey.slice(colon + 1)];
}
