import { readFileSync } from "node:fs";
import { shownFile } from "../../model/file-words";
import type { FileRemark, Reading } from "../../model/reading";
import { isWireObject, type Wire } from "../../model/wire";
import { readYaml, type TextPlace } from "../../project/yaml/read";
import { decoded, NoText } from "../../project/yaml/text";
import type { CheckedResource, CheckedStack } from "./document";
import { FileFinder, type FoundFile } from "./files";
import { doubledKeys, jsonWords, leadingJson } from "./json";
import { jsonManifests, type Manifests, manifestsOf } from "./manifests";
import { exportedStack, failuresIn, previewedStacks } from "./state";
import { chartAdvice, templateAdvice } from "./templates";

/** The content of the files. */
export interface Found {
  stacks: CheckedStack[];
  manifests: CheckedResource[];
  /** How files were read. */
  reading: Reading;
}

/** The same, while files are read. */
interface Gathered extends Omit<Found, "reading"> {
  files: number;
  problems: FileRemark[];
  warnings: FileRemark[];
  skipped: FileRemark[];
}

/** The remark on a document that has nothing to judge. */
const otherWords = "is no stack export, no preview and no Kubernetes manifest";

/** The remark on an object that no rule can be asked about. */
const unnamedWords = "holds an object without a kind or an apiVersion; required: both, as texts";

/** The remark on an incomplete preview. */
function missingWords(count: number): string {
  return `has ${count === 1 ? "a stack" : `${count} stacks`} that could not be previewed, so no rule has judged ${count === 1 ? "it" : "them"}`;
}

/** The remark on folders with files of others. */
function unseenWords(count: number): string {
  const folders = count === 1 ? "1 folder" : `${count} folders`;
  return `has ${folders} called .git or node_modules, which check does not look into`;
}

/**
 * Reads stack exports, previews and manifests: files, folders of them, `-` for standard input. A file that can't be read is
 * a problem, and so is a file of another kind that the user named. In a folder it is skipped.
 */
export function readAll(paths: readonly string[], exclude: readonly string[] = []): Found {
  const found: Gathered = { stacks: [], manifests: [], files: 0, problems: [], warnings: [], skipped: [] };
  const finder = new FileFinder(exclude);
  for (const path of paths) {
    try {
      const before = finder.unseen;
      for (const file of finder.filesOf(path)) readFile(file, found);
      const unseen = finder.unseen - before;
      if (unseen > 0) found.skipped.push({ file: shownFile(path), words: unseenWords(unseen) });
    } catch (error) {
      found.problems.push(fileProblem(shownFile(path), error));
    }
  }
  const { stacks, manifests, ...reading } = found;
  return { stacks, manifests, reading: { ...reading, excluded: finder.excluded, idle: finder.idle } };
}

function readFile({ path, inFolder }: FoundFile, found: Gathered): void {
  found.files++;
  const file = shownFile(path);
  try {
    const text = decoded(readFileSync(path === "-" ? 0 : path));
    const advice = chartAdvice(path, text);
    if (advice !== undefined) {
      const line = text.slice(0, text.indexOf("{{")).split("\n").length;
      found.problems.push({ file, line, words: advice });
      return;
    }
    for (const line of take(text, file, found)) {
      const remark = { file, ...(line === undefined ? {} : { line }), words: otherWords };
      (inFolder ? found.skipped : found.problems).push(remark);
    }
  } catch (error) {
    // The YAML parser has no limit of its own.
    const words = error instanceof RangeError ? tooDeepWords : error instanceof NoText ? error.message : undefined;
    found.problems.push(words === undefined ? fileProblem(file, error) : { file, words: `is ${words}` });
  }
}

/** Reads the content of a text, and the lines of documents that are something else. */
function take(text: string, file: string, found: Gathered): (number | undefined)[] {
  if (text.trim() === "") return [];
  if (!/^\s*[[{]/.test(text)) return takeYaml(text, file, found);
  let value: Wire;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return takeOtherJson(text, file, found, error);
  }
  if (isTooDeep(value)) throw new NoText(tooDeepWords);
  const stacks = isWireObject(value) ? stacksOf(value, file) : undefined;
  if (stacks !== undefined) {
    found.stacks.push(...stacks);
    const missing = isWireObject(value) ? failuresIn(value) : 0;
    if (missing > 0) found.problems.push({ file, words: missingWords(missing) });
    if (stacks.every(({ resources }) => resources.length === 0)) {
      found.skipped.push({ file, words: "holds a stack without resources" });
    }
    return [];
  }
  for (const place of doubledKeys(text)) found.warnings.push(doubledRemark(file, place));
  return takeManifests(jsonManifests(value, file), file, found);
}

/** Several JSON values, or YAML with braces, as kubectl accepts them. A file with the ending of JSON is JSON only. */
function takeOtherJson(text: string, file: string, found: Gathered, error: unknown): (number | undefined)[] {
  const { values, rest, restLine } = leadingJson(text);
  if (/\.json$/i.test(file) && rest.trim() !== "" && values.length === 0) {
    const { line, words } = jsonWords(error, text);
    found.problems.push({ file, ...(line === undefined ? {} : { line }), words: `is no JSON: ${words}` });
    return [];
  }
  return [
    ...values.flatMap((value) => takeManifests(jsonManifests(value, file), file, found)),
    ...takeYaml(rest, file, found, restLine),
  ];
}

function stacksOf(value: Parameters<typeof exportedStack>[0], file: string): CheckedStack[] | undefined {
  const exported = exportedStack(value, file);
  return exported === undefined ? previewedStacks(value, file) : [exported];
}

function takeYaml(text: string, file: string, found: Gathered, first = 1): (number | undefined)[] {
  const { documents, problems, doubled } = readYaml(text, first);
  const advice = text.includes("{{") ? templateAdvice : "";
  for (const { line, column, words } of problems) {
    const at = column === undefined ? "" : ` (column ${column})`;
    found.problems.push({ file, line, words: `is no YAML: ${words}${at}${advice}` });
  }
  for (const place of doubled) found.warnings.push(doubledRemark(file, place));
  if (documents.some(({ value }) => isTooDeep(value))) throw new NoText(tooDeepWords);
  return documents.flatMap((document) => takeManifests(manifestsOf(document, file), file, found));
}

function takeManifests({ resources, others, unnamed }: Manifests, file: string, found: Gathered) {
  found.manifests.push(...resources);
  for (const line of unnamed) {
    found.problems.push({ file, ...(line === undefined ? {} : { line }), words: unnamedWords });
  }
  return others;
}

/** No resource is nested deeper than this; readers of a value are recursive. */
const mostLevels = 500;
const tooDeepWords = `nested more than ${mostLevels} levels deep`;

function isTooDeep(value: Wire): boolean {
  let level: Wire[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}

function doubledRemark(file: string, { line, column }: TextPlace): FileRemark {
  return {
    file,
    line,
    words: `has a key that its mapping has already (column ${column}); the later one is judged, as kubectl takes it`,
  };
}

function fileProblem(file: string, error: unknown): FileRemark {
  if (!(error instanceof Error) || !("code" in error)) throw error;
  return {
    file,
    words: `can't be read: ${error.code === "ENOENT" ? "there is no such file or folder" : error.message}`,
  };
}
