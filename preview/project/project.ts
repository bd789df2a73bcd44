import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { PreviewError } from "../model/errors";
import { fileWords } from "../model/file-words";
import { yamlWords } from "../model/yaml-words";

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

/** Reads YAML. A mistake is reported with file and line, without any of the text: a stack's file holds secrets. */
export function readYaml(path: string): unknown {
  const lineCounter = new LineCounter();
  // The parser would print warnings in its own words.
  const document = parseDocument(textOf(path), { lineCounter, prettyErrors: false, logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new PreviewError(`${path}:${line}:${col}: ${yamlWords[error.code]}`);
  }
  try {
    return document.toJS();
  } catch {
    throw new PreviewError(`${path}: an alias (*) names no anchor that is above it, or they repeat too much`);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new PreviewError(`${path} can't be read: ${fileWords(error)}`);
  }
}

/** An object's fields; empty for anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
