import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import { configKey } from "./config-key";
import { isTyped, typeName } from "./config-types";
import { addGiven, configText, declaredValue, type RawConfig } from "./config-values";
import { withPlaceholders } from "./encrypted";
import { type Project, readYaml } from "./project";
import type { ConfigDeclaration } from "./project-config";
import { record } from "./record";

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

/**
 * Reads a stack's file, and gives the stack what the project has for it. Encrypted values can't be read without the key: each
 * becomes a placeholder.
 */
export function readStack(project: Project, stack: string): StackConfig {
  return textsIn(rawConfig(project, stack));
}

/** The same, of a stack that is run. Throws a `PreviewError` with a line for each setting that the project does not allow. */
export function readCheckedStack(project: Project, stack: string): StackConfig {
  const raw = rawConfig(project, stack);
  const path = fileOf(project, stack) ?? join(project.stackDir, `Pulumi.${stack}.yaml`);
  const problems = project.config.flatMap((declaration) => {
    const words = problemOf(declaration, raw);
    return words === undefined ? [] : [`${path}: ${declaration.key} ${words}`];
  });
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  return textsIn(raw);
}

function rawConfig(project: Project, stack: string): RawConfig {
  const path = fileOf(project, stack);
  // As for Pulumi, a stack needs no file; where other stacks have one, the name is most likely a mistake.
  if (path === undefined && stackNames(project).length > 0) throw unknownStack(project, stack);
  const raw: RawConfig = new Map();
  const problems: string[] = [];
  for (const [key, value] of Object.entries(record(path === undefined ? {} : record(readYaml(path)).config))) {
    const fullKey = configKey(key, project.name);
    if (fullKey !== undefined) raw.set(fullKey, value);
    else problems.push(`${path}: config ${JSON.stringify(key)} is no key; required: <key>, or <namespace>:<key>`);
  }
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  addGiven(raw, project.config);
  return raw;
}

function fileOf({ stackDir }: Project, stack: string): string | undefined {
  return ["yaml", "yml"].map((ending) => join(stackDir, `Pulumi.${stack}.${ending}`)).find((path) => existsSync(path));
}

/** As Pulumi finds it (`mergeConfig` in `pkg/workspace/config.go`). What is encrypted can be of any type. */
function problemOf(declaration: ConfigDeclaration, raw: RawConfig): string | undefined {
  const { key, ofProject, type, secret } = declaration;
  const value = declaredValue(raw, declaration);
  if (value === undefined) {
    if (!ofProject) return undefined;
    return `is missing, and the project has no default; \`pulumi config set ${secret ? "--secret " : ""}${key} <value>\` sets it`;
  }
  if (type === undefined) return undefined;
  const isSecret = withPlaceholders(value, key).placeholders.length > 0;
  if (isSecret) return undefined;
  if (secret)
    return `must be encrypted: the project declares it secret; \`pulumi config set --secret ${key} <value>\` does`;
  const content = typeof value === "object" && value !== null ? value : configText(value);
  return isTyped(declaration, content)
    ? undefined
    : `is not of the type that the project declares: ${typeName(declaration)}`;
}

function textsIn(raw: RawConfig): StackConfig {
  const values: Record<string, string> = {};
  const secretKeys: string[] = [];
  const secretTexts: string[] = [];
  for (const [key, rawValue] of raw) {
    const { value, placeholders } = withPlaceholders(rawValue, key);
    values[key] = configText(value);
    if (placeholders.length > 0) secretKeys.push(key);
    secretTexts.push(...placeholders);
  }
  return { values, secretKeys, secretTexts };
}

/** The message that there are no stacks, and how to make one. */
export function noStacks({ stackDir }: Project): string {
  return `${stackDir} has no stack files; \`pulumi stack init <stack>\` makes one, or write Pulumi.<stack>.yaml there`;
}

function unknownStack(project: Project, stack: string): PreviewError {
  const names = stackNames(project);
  const hint = nearWords(stack, names, `there are: ${names.join(", ")}`);
  return new PreviewError(`stack "${stack}" is not in ${project.stackDir}: ${hint}`);
}
