import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";

/** What a program may have loaded beside the modules that were seen. */
export interface Unseen {
  files: string[];
  /** Whether it chooses among ES modules while it runs, so that it may be any. */
  any: boolean;
}

/** Endings of what Node.js may load as code. */
export const codeEndings: ReadonlySet<string> = new Set([".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"]);
const endings = ["", ...codeEndings, ".json"];
const indexes = ["index.ts", "index.js", "index.mts", "index.mjs", "index.cts", "index.cjs"];

/** `from "x"`, `import "x"`, `import("x")`, `require("x")`; too much rather than too little. */
const literal = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*(?:\.resolve)?\s*\(\s*)(["'`])([^"'`\n]+)\1/g;
/** `import("x")`, which is no type. */
const dynamic = /(?<!typeof\s)(?<![.\w$])import\s*\(\s*(["'`])([^"'`\n]+)\1/g;
/** `import()` of anything but one text: what is chosen while the program runs. */
const computed = /(?<!typeof\s)(?<![.\w$])import\s*\((?!\s*(?:"[^"\n]*"|'[^'\n]*'|`[^`$]*`)\s*[,)])\s*[^)\s]/;

/**
 * ES modules are loaded out of sight of a preload. They are all that is imported below the ES modules among what was seen,
 * below each `import()`, and below the program's entry where that was not seen.
 */
export function unseenModules(seen: readonly string[], program: string): Unseen {
  const known = new Set(seen);
  const entry = entryOf(program);
  const waiting = entry === undefined || known.has(entry) ? [] : [entry];
  let any = false;
  for (const file of seen) {
    if (!codeEndings.has(extname(file)) || !isFile(file)) continue;
    const text = readFileSync(file, "utf8");
    any ||= computed.test(text);
    waiting.push(...targets(text, file, isEsModule(file) ? literal : dynamic));
  }
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!codeEndings.has(extname(file))) continue;
    const text = readFileSync(file, "utf8");
    any ||= computed.test(text);
    waiting.push(...targets(text, file, literal));
  }
  return { files: [...found], any };
}

function targets(text: string, file: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, , specifier = ""]) => {
    const target = specifier.startsWith(".") ? fileOf(resolve(dirname(file), specifier)) : undefined;
    return target === undefined || target.includes("/node_modules/") ? [] : [target];
  });
}

/** By its ending, or the nearest package.json. */
function isEsModule(file: string): boolean {
  if (/\.m[jt]s$/.test(file)) return true;
  if (/\.c[jt]s$/.test(file)) return false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest !== undefined) return manifest.type === "module";
    if (dirname(folder) === folder) return false;
  }
}

/** Of a program that is a file or a folder. */
function entryOf(program: string): string | undefined {
  const main = manifestIn(program)?.main;
  return fileOf(program) ?? fileOf(join(program, typeof main === "string" ? main : "index"));
}

function manifestIn(folder: string): { main?: unknown; type?: unknown } | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof content === "object" && content !== null ? content : {};
  } catch {
    return undefined;
  }
}

function fileOf(path: string): string | undefined {
  const direct = endings.map((ending) => `${path}${ending}`);
  // In an ES module, TypeScript is imported by the name that it will have.
  const renamed = path.replace(/\.([cm]?)js$/, ".$1ts");
  const inside = indexes.map((name) => join(path, name));
  return [...direct, renamed, ...inside].find(isFile);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
