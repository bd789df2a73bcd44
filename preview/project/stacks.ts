import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import { type Project, readYaml, record } from "./project";

/** A stack's config as the engine passes it to a program. */
export interface StackConfig {
  /** Text by `namespace:key`; objects as JSON. */
  values: Record<string, string>;
  /** Keys whose value is secret, or holds a secret. */
  secretKeys: string[];
  /** The texts in those values that are secret themselves. */
  secretTexts: string[];
}

const filePattern = /^Pulumi\.(.+)\.ya?ml$/;

/** The stacks that have a file, sorted. */
export function stackNames(project: Project): string[] {
  if (!existsSync(project.stackDir)) return [];
  return readdirSync(project.stackDir)
    .map((file) => filePattern.exec(file)?.[1])
    .filter((name): name is string => name !== undefined)
    .sort();
}

/** Reads a stack's file. Encrypted values can't be read without the key: each becomes a placeholder. */
export function readStack(project: Project, stack: string): StackConfig {
  const path = ["yaml", "yml"].map((ending) => join(project.stackDir, `Pulumi.${stack}.${ending}`)).find(existsSync);
  if (path === undefined) throw unknownStack(project, stack);
  const content = readYaml(path);
  const config = record(record(content).config);
  const values: Record<string, string> = {};
  const secretKeys: string[] = [];
  const secretTexts: string[] = [];
  for (const [key, raw] of Object.entries(config)) {
    const fullKey = key.includes(":") ? key : `${project.name}:${key}`;
    const { value, placeholders } = withPlaceholders(raw, fullKey);
    values[fullKey] = typeof value === "string" ? value : JSON.stringify(value);
    if (placeholders.length > 0) secretKeys.push(fullKey);
    secretTexts.push(...placeholders);
  }
  return { values, secretKeys, secretTexts };
}

/** The texts in a config value, which may be JSON. */
export function textsOf(value: string): string[] {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null ? leaves(parsed) : [value];
  } catch {
    return [value];
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** The placeholder of an encrypted value at a path. */
function secretPlaceholder(path: string): string {
  return `encrypted-${path.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

/** A value with its encrypted parts replaced by placeholders, and these placeholders. */
function withPlaceholders(raw: unknown, path: string): { value: unknown; placeholders: string[] } {
  if (Array.isArray(raw)) {
    const items = raw.map((item, i) => withPlaceholders(item, `${path}.${i}`));
    return { value: items.map(({ value }) => value), placeholders: items.flatMap(({ placeholders }) => placeholders) };
  }
  if (typeof raw !== "object" || raw === null) return { value: raw, placeholders: [] };
  const fields = record(raw);
  if (typeof fields.secure === "string" && Object.keys(fields).length === 1) {
    const placeholder = secretPlaceholder(path);
    return { value: placeholder, placeholders: [placeholder] };
  }
  const entries = Object.entries(fields).map(([key, item]) => [key, withPlaceholders(item, `${path}.${key}`)] as const);
  return {
    value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
    placeholders: entries.flatMap(([, { placeholders }]) => placeholders),
  };
}

/** The message that there are no stacks, and how to make one. */
export function noStacks({ stackDir }: Project): string {
  return `${stackDir} has no stack files; \`pulumi stack init <stack>\` makes one, or write Pulumi.<stack>.yaml there`;
}

function unknownStack(project: Project, stack: string): PreviewError {
  const names = stackNames(project);
  if (names.length === 0) return new PreviewError(`stack "${stack}": ${noStacks(project)}`);
  const hint = nearWords(stack, names, `there are: ${names.join(", ")}`);
  return new PreviewError(`stack "${stack}" is not in ${project.stackDir}: ${hint}`);
}
