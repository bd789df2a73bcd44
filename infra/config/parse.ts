import { z } from "zod";
import { applicationNames, loadApplication } from "../apps";
import type { Application } from "../apps/application";
import { checkConfig } from "./checks";
import { addIssues, keysAndValues } from "./issues";
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
  const problems = new ConfigProblems(namespace);
  const data = decode(raw, namespace, problems);
  const application = applicationOf(data.app, problems);
  const parsed = stackConfigSchema.safeParse(data);
  if (!parsed.success) addIssues(parsed.error.issues, data, problems);
  checkConfig(soundPart(data, problems), application, raw, problems);
  problems.throwIfAny();
  if (!parsed.success || application === undefined) throw problems;
  return { config: withoutSecrets(parsed.data), application };
}

/** Keys whose value is text, by the schema; the others hold JSON. */
const textKeys = new Set(
  Object.entries(stackConfigSchema.shape)
    .filter(([, schema]) => {
      const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
      return inner instanceof z.ZodString || inner instanceof z.ZodEnum;
    })
    .map(([key]) => key),
);

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
    const allowed = key === "migrationRun" ? "a whole number, 1 or more" : keysAndValues;
    problems.add(key, key === "secrets" ? "is a text" : `is ${JSON.stringify(text)}`, allowed);
    return undefined;
  }
}

function applicationOf(name: unknown, problems: ConfigProblems): Application | undefined {
  const all = `one of ${applicationNames.join(", ")}`;
  if (typeof name !== "string") {
    problems.add("app", "is missing", `${all}; it is required`);
    return undefined;
  }
  if (applicationNames.includes(name)) return loadApplication(name);
  problems.add("app", `is ${JSON.stringify(name)}`, nearest(name, applicationNames) ?? all);
  return undefined;
}

/** The config without what the schema has told a problem of, for the checks that can do without it. */
function soundPart(data: Record<string, unknown>, problems: ConfigProblems): Partial<StackConfig> {
  const schema = stackConfigSchema.partial();
  const sound = problems.without(data);
  // Without a part that it requires, a key is as good as missing.
  for (const { path } of schema.safeParse(sound).error?.issues ?? []) delete sound[String(path[0])];
  return withoutSecrets(schema.parse(sound));
}

interface Parsed {
  secrets?: Record<string, string>;
  overrides?: unknown;
}

/** Names of secrets instead of their values. */
function withoutSecrets<T extends Parsed>({ secrets = {}, overrides, ...rest }: T) {
  return {
    ...rest,
    // The schema of the overrides is the settings' own with every key optional.
    overrides: overrides as SettingsOverrides,
    secretNames: Object.keys(secrets).sort(),
  };
}

function splitKey(fullKey: string): [string, string] {
  const colon = fullKey.indexOf(":");
  return [fullKey.slice(0, colon), fullKey.slice(colon + 1)];
}
