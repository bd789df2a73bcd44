import { readFileSync, realpathSync } from "node:fs";
import { extname, join } from "node:path";
import { entryOf } from "./entry";
import { namedIn } from "./node-args";
import type { Place } from "./settings";
import { codeEndings, filesOf, isEsModule, isFile } from "./specifiers";
import { stemOf } from "./tree";

/** Modules that a program may have loaded beside those that were seen. */
export interface Unseen {
  files: string[];
  /** Why it may be any file, as a clause after "the program". */
  any?: string;
}

/** `from "x"`, `import "x"`, `import("x")`, `require("x")`; matches too much rather than too little. */
const literal = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*(?:\.resolve)?\s*\(\s*)(["'`])([^"'`\n]+)\1/g;
/** Those of them that an ES module can't run without. */
const needed = /(?:\bfrom\s*|(?<!typeof\s)(?<![.\w$])import\s*\(?\s*)(["'`])([^"'`\n]+)\1/g;
/** `import("x")`, which is no type. */
const dynamic = /(?<!typeof\s)(?<![.\w$])import\s*\(\s*(["'`])([^"'`\n]+)\1/g;
/** `import()` of anything but a single text: it is chosen at run time. */
const computed = /(?<!typeof\s)(?<![.\w$])import\s*\((?!\s*(?:"[^"\n]*"|'[^'\n]*'|`[^`$]*`)\s*[,)])\s*[^)\s]/;
/** Comments, as far as texts before them are recognized; and imports of types, which do not exist at run time. */
const unread = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const typesOnly = /\b(?:import|export)\s+type\b[^;"'`]*?\bfrom\s*(["'])[^"'\n]+\1/g;
/** Modules of Node.js, and the bundler, that open files by themselves. */
const opening = /^(?:node:)?(?:sqlite|wasi)$|^esbuild(?:-wasm)?(?:\/|$)/;

/**
 * A preload does not see ES modules. They are: all imports below the ES modules among the seen modules, below each
 * `import()`, below the modules in node's arguments, and below the program's entry if that was not seen.
 */
export function unseenModules(seen: readonly string[], place: Place): Unseen {
  const known = new Set(seen);
  const entry = entryOf(place);
  const reasons = new Set<string>(entry === undefined ? ["starts with a file that is not known"] : []);
  const waiting = entry === undefined || known.has(entry) ? [] : [entry];
  /** `isNeeded` returns whether a run can't do without it; it is called only if that matters. */
  const follow = (specifier: string, file: string, isNeeded: () => boolean) => {
    const files = filesOf(specifier, file);
    waiting.push(...(files ?? []));
    if (files === undefined && isNeeded())
      reasons.add(`imports ${specifier}, of which no package.json says what it is,`);
    if (opening.test(specifier) && isNeeded()) reasons.add(`loads ${specifier}, which opens files by itself,`);
  };
  const read = (file: string, isFollowed: boolean) => {
    if (!codeEndings.has(extname(file)) || !isFile(file)) return;
    const text = readFileSync(file, "utf8");
    if (computed.test(text)) reasons.add("chooses ES modules while it runs");
    for (const specifier of specifiersIn(text, isFollowed ? literal : dynamic)) {
      follow(specifier, file, () => neededIn(text, file).has(specifier));
    }
  };
  for (const file of seen) read(file, isEsModule(file));
  for (const specifier of namedIn(place).imports) follow(specifier, join(place.rootDir, "package.json"), () => true);
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    read(file, true);
  }
  const [any] = reasons;
  return any === undefined ? { files: [...found] } : { files: [...found], any };
}

/**
 * Whether a run loaded its program, judged by the name: the loader chooses between `index.ts` and `index.js`. A run without
 * its program proves nothing about it. An entry that is an ES module is never seen.
 */
export function isProgramSeen(modules: readonly string[], place: Place): boolean {
  const file = entryOf(place);
  if (file === undefined) return modules.length > 0;
  const stem = stemOf(realpathSync(file));
  return isEsModule(file) || modules.some((path) => stemOf(path) === stem);
}

/** All imports of a file at run time. */
export function importedIn(text: string): Set<string> {
  return specifiersIn(runOf(text), literal);
}

/** Imports of an ES module, or of another file at run time. */
function neededIn(text: string, file: string): Set<string> {
  return specifiersIn(runOf(text), isEsModule(file) ? needed : dynamic);
}

/** A text without comments and without imports of types. */
function runOf(text: string): string {
  const run = text.replace(unread, (all, kept?: string) => kept ?? (all.startsWith("//") ? "" : " "));
  return run.replace(typesOnly, "");
}

function specifiersIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map(([, , specifier = ""]) => specifier));
}
