import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PreviewError } from "../engine/errors";
import { isWireObject, type Wire } from "../engine/wire";
import type { CheckedResource, CheckedStack } from "./document";
import { manifestsOf, yamlManifests } from "./manifests";
import { exportedStack, previewedStacks } from "./state";

/** What was found in the files. */
export interface Found {
  stacks: CheckedStack[];
  manifests: CheckedResource[];
  /** Files, or documents in them, that are nothing to judge. */
  skipped: string[];
}

/**
 * Reads stack exports, previews and manifests: files, folders of them, `-` for standard input. Throws a `PreviewError` with
 * a line for each that can't be read; what is read but is none of these is an error where it was named, and skipped in a
 * folder.
 */
export function readAll(paths: readonly string[]): Found {
  const found: Found = { stacks: [], manifests: [], skipped: [] };
  const problems: string[] = [];
  for (const path of paths) {
    try {
      for (const file of filesOf(path)) read(file, file !== path, found, problems);
    } catch (error) {
      problems.push(wordsOf(path, error));
    }
  }
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  return found;
}

function read(file: string, inFolder: boolean, found: Found, problems: string[]): void {
  try {
    const others = take(textOf(file), shownName(file), found);
    if (others === undefined || others === 0) return;
    const words = `${shownName(file)} has ${others === 1 ? "a document that is" : `${others} documents that are`} no stack export, no preview and no Kubernetes manifest`;
    if (inFolder) found.skipped.push(words);
    else problems.push(words);
  } catch (error) {
    problems.push(wordsOf(file, error));
  }
}

/** Takes what a text holds; the number of documents that are something else. */
function take(text: string, file: string, found: Found): number | undefined {
  if (text.trim() === "") return 0;
  if (!/^\s*[[{]/.test(text)) return takeYaml(text, file, found);
  let value: Wire;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // YAML has braces too; a file that says it is JSON, or is very large, is none.
    if (/\.ya?ml$/i.test(file)) return takeYaml(text, file, found);
    throw new PreviewError(`${file} is no JSON: ${jsonWords(error, text)}`);
  }
  const stacks = isWireObject(value) ? stacksOf(value, file) : undefined;
  if (stacks !== undefined) {
    found.stacks.push(...stacks);
    return 0;
  }
  const lists = Array.isArray(value) ? value : [value];
  const manifests = lists.map((item) => manifestsOf(item, file));
  found.manifests.push(...manifests.flatMap(({ resources }) => resources));
  return manifests.reduce((sum, { others }) => sum + others, 0);
}

function stacksOf(value: Parameters<typeof exportedStack>[0], file: string): CheckedStack[] | undefined {
  const exported = exportedStack(value, file);
  return exported === undefined ? previewedStacks(value, file) : [exported];
}

function takeYaml(text: string, file: string, found: Found): number {
  const { resources, others } = yamlManifests(text, file);
  found.manifests.push(...resources);
  return others;
}

function filesOf(path: string): string[] {
  if (path === "-" || !lstatSync(path, { throwIfNoEntry: true }).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return filesOf(inside);
      return entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name) ? [inside] : [];
    });
}

function textOf(file: string): string {
  const bytes = readFileSync(file === "-" ? 0 : file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new PreviewError(`${shownName(file)} is no text in UTF-8`);
  }
}

function shownName(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Where a JSON text goes wrong, as far as it can be told; the parser's own words show a piece of the text, which may be a secret. */
function jsonWords(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : "";
  if (/end of JSON|Unterminated string/.test(message)) return "it ends in the middle";
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position === undefined) return "it has a mistake";
  return `it goes wrong in line ${text.slice(0, Number(position)).split("\n").length}`;
}

function wordsOf(path: string, error: unknown): string {
  if (error instanceof PreviewError) return error.message;
  if (error instanceof Error && "code" in error) {
    return `${path} can't be read: ${error.code === "ENOENT" ? "there is no such file or folder" : error.message}`;
  }
  throw error;
}
