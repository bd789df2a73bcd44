import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { PreviewError } from "../model/errors";
import { fileWords } from "../model/file-words";
import { yamlWords } from "../model/yaml-words";
import { type ConfigDeclaration, declarationsOf } from "./project-config";
import { record } from "./record";
import { DecodeError, Decoder } from "./yaml/decode";
import { resolveForPulumi } from "./yaml/pulumi";

/** A Pulumi project, from its `Pulumi.yaml`. */
export interface Project {
  name: string;
  /** Folder of `Pulumi.yaml`. */
  rootDir: string;
  /** Folder of the program: `main`, or the folder that it is in where it is a file, or the root. */
  programDir: string;
  /** The program in its folder: a file, or `.` if `package.json` names it. */
  entry: string;
  /** Folder of the stack files: `stackConfigDir`, or the root. */
  stackDir: string;
  /** The settings that `Pulumi.yaml` declares for every stack. */
  config: ConfigDeclaration[];
  runtime: {
    /** Whether the SDK itself compiles TypeScript; default true. */
    typescript: boolean;
    tsconfig?: string;
    /** Arguments of node, before the program. */
    nodeArgs: string[];
  };
}

const manifestNames = ["Pulumi.yaml", "Pulumi.yml"];

/** The project that a folder belongs to: its own or the nearest one above it. */
export function findProject(from: string): Project {
  const manifest = manifestOf(from);
  if (manifest !== undefined) return readProject(manifest);
  throw new PreviewError(`${resolve(from)} is in no Pulumi project: neither it nor a folder above has a Pulumi.yaml`);
}

/** The folder of the project that a folder belongs to, whatever its `Pulumi.yaml` says; undefined where it is in none. */
export function projectFolder(from: string): string | undefined {
  const manifest = manifestOf(from);
  return manifest === undefined ? undefined : dirname(manifest);
}

function manifestOf(from: string): string | undefined {
  for (let dir = resolve(from); ; dir = dirname(dir)) {
    const manifest = manifestNames.map((name) => join(dir, name)).find((path) => existsSync(path));
    if (manifest !== undefined || dirname(dir) === dir) return manifest;
  }
}

function readProject(manifest: string): Project {
  const rootDir = dirname(manifest);
  const settings = record(readYaml(manifest));
  if (typeof settings.name !== "string") throw new PreviewError(`${manifest}: name is missing; it names the project`);
  const runtime = typeof settings.runtime === "string" ? { name: settings.runtime } : record(settings.runtime);
  if (runtime.name !== "nodejs") {
    throw new PreviewError(
      `${manifest}: runtime is ${JSON.stringify(runtime.name ?? null)}; only programs with runtime nodejs can be previewed`,
    );
  }
  const options = record(runtime.options);
  return {
    name: settings.name,
    rootDir,
    ...programOf(settings, manifest),
    stackDir: stackDirOf(settings, rootDir),
    config: declarationsOf(settings.config, settings.name, manifest),
    runtime: {
      typescript: options.typescript !== false,
      tsconfig: typeof options.tsconfig === "string" ? options.tsconfig : undefined,
      nodeArgs: typeof options.nodeargs === "string" ? options.nodeargs.split(/\s+/).filter((part) => part !== "") : [],
    },
  };
}

/** Folder and entry of the program, as Pulumi's engine reads `main` (`getPwdMain` in `pkg/engine/project.go`). */
function programOf({ main }: Record<string, unknown>, manifest: string): Pick<Project, "programDir" | "entry"> {
  const rootDir = dirname(manifest);
  if (typeof main !== "string" || main === "") return { programDir: rootDir, entry: "." };
  const path = resolve(rootDir, main);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new PreviewError(
      `${manifest}: main is ${JSON.stringify(main)}, and ${path} is not there; required: a folder or a file`,
    );
  }
  return stats.isDirectory() ? { programDir: path, entry: "." } : { programDir: dirname(path), entry: basename(path) };
}

/** `stackConfigDir`, which older projects call `config` when it is a text. */
function stackDirOf(settings: Record<string, unknown>, rootDir: string): string {
  const dir = typeof settings.stackConfigDir === "string" ? settings.stackConfigDir : settings.config;
  return typeof dir === "string" ? resolve(rootDir, dir) : rootDir;
}

/** Reads YAML as Pulumi does. A mistake is reported with file and line, without any of the text: a stack's file holds secrets. */
export function readYaml(path: string): unknown {
  const lineCounter = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  // The parser would print warnings in its own words.
  const document = parseDocument(textOf(path).replace(/^\uFEFF/, ""), {
    lineCounter,
    prettyErrors: false,
    logLevel: "silent",
    merge: false,
    version: "1.1",
    schema: "failsafe",
  });
  const [error] = document.errors;
  if (error !== undefined) throw new PreviewError(`${at(error.pos[0])}: ${yamlWords[error.code]}`);
  if (document.contents === null) return null;
  try {
    return new Decoder(document.contents, resolveForPulumi).value(document.contents);
  } catch (error) {
    if (error instanceof DecodeError) throw new PreviewError(`${at(error.offset)}: ${error.message}`);
    throw error;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new PreviewError(`${path} can't be read: ${fileWords(error)}`);
  }
}
