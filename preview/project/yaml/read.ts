import { Composer, LineCounter, Parser } from "yaml";
import type { Step } from "../../model/paths";
import type { Wire } from "../../model/wire";
import { yamlWords } from "../../model/yaml-words";
import { type Chunk, chunksOf } from "./chunks";
import { DecodeError, Decoder } from "./decode";
import { offsetOf } from "./lines";

/** A document in a text. */
export interface YamlDocument {
  value: Wire;
  /** The line of its start. */
  line: number;
  /** The line of a path in it, or of the last existing step of the path. */
  lineOf(steps: readonly Step[]): number;
}

/** The content of a YAML text, as kubectl reads it. */
export interface YamlText {
  documents: YamlDocument[];
  /** Why kubectl refuses a document; the others are read nevertheless. The messages quote nothing of the text. */
  problems: { line: number; column?: number; words: string }[];
  /** Duplicate keys of mappings; the later one counts. */
  doubled: TextPlace[];
}

/** A place in a text; the first line and the first column are 1. */
export interface TextPlace {
  line: number;
  column: number;
}

/** Reads every document of a text in YAML, whose first line has that number in its file. */
export function readYaml(text: string, firstLine = 1): YamlText {
  const read: YamlText = { documents: [], problems: [], doubled: [] };
  for (const chunk of chunksOf(text, firstLine)) readChunk(chunk, read);
  return read;
}

function readChunk({ text, line: first, after }: Chunk, read: YamlText): void {
  const problem = (line: number, words: string) => read.problems.push({ line, words });
  if (after !== undefined) {
    problem(first, "only a comment may follow --- on its line");
    return;
  }
  const control = controlCharacter(text);
  if (control !== undefined) {
    problem(first + control.line, `it holds the control character ${control.words}`);
    return;
  }
  const lines = new LineCounter();
  const placeOf = (offset: number): TextPlace => {
    const { line, col } = lines.linePos(offset);
    return { line: first + Math.max(line, 1) - 1, column: Math.max(col, 1) };
  };
  const lineAt = (offset: number) => placeOf(offset).line;
  const wrong = (offset: number, words: string) => read.problems.push({ ...placeOf(offset), words });
  const document = firstDocument(text.replace(/\r\n?|\u0085/g, "\n"), lines);
  if (document === undefined) return;
  const [error] = document.errors.filter(({ code }) => code !== "DUPLICATE_KEY");
  if (error?.code === "RESOURCE_EXHAUSTION") throw new RangeError(error.message);
  if (error !== undefined) {
    wrong(error.pos[0], yamlWords[error.code]);
    return;
  }
  const { contents } = document;
  if (contents === null) return;
  try {
    const decoder = new Decoder(contents);
    const value = decoder.value(contents);
    read.documents.push({
      value,
      line: lineAt(contents.range?.[0] ?? 0),
      lineOf: (steps) => lineAt(offsetOf(contents, steps)),
    });
    for (const offset of decoder.doubled) read.doubled.push(placeOf(offset));
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    wrong(error.offset, error.message);
  }
}

/** kubectl reads one document between two lines of `---`. */
function firstDocument(text: string, lines: LineCounter) {
  const composer = new Composer({
    version: "1.1",
    schema: "failsafe",
    merge: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const tokens = new Parser(lines.addNewLine).parse(text.replace(/^\uFEFF/, " "));
  for (const document of composer.compose(tokens, true, text.length)) return document;
  return undefined;
}

/** The first character that YAML forbids. */
function controlCharacter(text: string): { line: number; words: string } | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
  const at = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/.exec(text);
  if (at === null) return undefined;
  const code = at[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return { line: text.slice(0, at.index).split("\n").length - 1, words: `U+${code}` };
}
