import type { z } from "zod";
import { applicationNames, loadApplication } from "../apps";
import type { Application } from "../apps/application";
import { checkConfig } from "./checks";
import { ConfigProblems, nearest } from "./problems";
import { type StackConfig, stackConfigSchema } from "./schema";
import type { SettingsOverrides } from "./settings";

/** A stack's config with the application that it names. */
export interface ParsedConfig {
  config: StackConfig;
  application: Application;
}

type Raw = Readonly<Record<string, string>>;

/**
 * Parses a stack's config: text by `namespace:key`, as Pulumi hands it over. Throws `ConfigProblems` with everything that
 * is wrong, one problem a line; values of secrets are in none of them.
 */
export function parseConfig(raw: Raw, namespace = "isotopo"): ParsedConfig {
  const problems = new ConfigProblems();
  const data = decode(raw, namespace, problems);
  const parsed = stackConfigSchema.safeParse(data);
  if (!parsed.success) addIssues(parsed.error.issues, data, problems);
  const application = applicationOf(data.app, problems);
  problems.throwIfAny();
  if (!parsed.success || application === undefined) throw problems;
  const { secrets, overrides, ...rest } = parsed.data;
  const config: StackConfig = {
    ...rest,
    // The schema of the overrides is the settings' own with every key optional.
    overrides: overrides as SettingsOverrides,
    secretNames: Object.keys(secrets).sort(),
  };
  checkConfig(config, application, raw, problems);
  problems.throwIfAny();
  return { config, application };
}

/** Keys whose value is text; the others hold JSON. */
const textKeys = new Set(["app", "cloud", "environment", "region", "domain", "costCenter"]);

function decode(raw: Raw, namespace: string, problems: ConfigProblems): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const known = Object.keys(stackConfigSchema.shape);
  for (const [fullKey, text] of Object.entries(raw)) {
    const [space, key = ""] = splitKey(fullKey);
    if (space !== namespace) continue;
    if (!known.includes(key)) {
      problems.add(key, "is no key of this program", nearest(key, known) ?? `one of ${known.join(", ")}`);
      continue;
    }
    data[key] = textKeys.has(key) ? text : json(key, text, problems);
  }
  return data;
}

function json(key: string, text: string, problems: ConfigProblems): unknown {
  try {
    return JSON.parse(text);
  } catch {
    problems.add(key, key === "secrets" ? "is no object" : `is ${quoted(text)}`, "an object with keys and values");
    return undefined;
  }
}

function applicationOf(name: unknown, problems: ConfigProblems): Application | undefined {
  if (typeof name !== "string") return undefined;
  if (applicationNames.includes(name)) return loadApplication(name);
  problems.add("app", `is ${quoted(name)}`, nearest(name, applicationNames) ?? `one of ${applicationNames.join(", ")}`);
  return undefined;
}

function addIssues(issues: readonly z.core.$ZodIssue[], data: unknown, problems: ConfigProblems): void {
  for (const issue of issues) {
    const path = issue.path.map(String);
    const key = path.join(".");
    // A key whose JSON can't be read has been told already.
    if (problems.has(path[0] ?? "")) continue;
    if (issue.code === "unrecognized_keys") {
      for (const strange of issue.keys) {
        problems.add([...path, strange].join("."), "is no key of this program", allowedKeys(path, strange));
      }
      continue;
    }
    const found = valueAt(data, path);
    problems.add(key, path[0] === "secrets" ? `is ${describe(found)}` : `is ${quoted(found)}`, allowed(issue, found));
  }
}

/** Secrets are described, never shown. */
function describe(value: unknown): string {
  return value === undefined ? "missing" : value === "" ? "an empty text" : `a ${typeof value}`;
}

function allowed(issue: z.core.$ZodIssue, found: unknown): string {
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
      return found === undefined ? `a ${typeWord(issue.expected)}; it is required` : `a ${typeWord(issue.expected)}`;
    default:
      return issue.message.startsWith("Invalid") ? "two capital letters, such as CU" : issue.message;
  }
}

function typeWord(expected: string): string {
  return (
    { int: "whole number", string: "text", boolean: "true or false", array: "list", record: "set of keys and values" }[
      expected
    ] ?? expected
  );
}

function allowedKeys(path: readonly string[], strange: string): string {
  const keys = keysAt(path);
  return nearest(strange, keys) ?? (keys.length === 0 ? "no key here" : `one of ${keys.join(", ")}`);
}

/** The keys that the schema has at a path. */
function keysAt(path: readonly string[]): string[] {
  let schema: unknown = stackConfigSchema;
  for (const key of path) schema = unwrap(shapeOf(unwrap(schema))[key]);
  return Object.keys(shapeOf(unwrap(schema)));
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

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Object.entries(value).find(([k]) => k === key)?.[1] : undefined,
    data,
  );
}

function splitKey(fullKey: string): [string, string] {
  const colon = fullKey.indexOf(":");
  return [fullKey.slice(0, colon), fullKey.slice(colon + 1)];
}

function quoted(value: unknown): string {
  return value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
}
