import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, relative, resolve, sep } from "node:path";

/** Endings of what Node.js may load as code. */
export const codeEndings = new Set([".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"]);

const endings = ["", ".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".json"];
const indexes = ["index.ts", "index.js", "index.mts", "index.mjs", "index.cts", "index.cjs"];

/** `from "x"`, `import "x"`, `import("x")`, `require("x")`; too much rather than too little. */
const literal = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*(?:\.resolve)?\s*\(\s*)(["'`])([^"'`\n]+)\1/g;
/** A module that is chosen while the program runs. */
const computed = /\b(?:require|import)\s*\(\s*[^"'`)\s]|\b(?:require|import)\s*\(\s*`[^`]*\$\{/;

/**
 * The files of a repository that a program may load, by their paths from its top: all that its imports lead to. `*` is among
 * them where the program chooses modules while it runs, so that it may be any.
 */
export function loadableFiles(programDir: string, top: string): string[] {
  const found = new Set<string>();
  const waiting = [entryOf(programDir)];
  let any = false;
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(file, "utf8");
    any ||= computed.test(text);
    for (const [, , specifier = ""] of text.matchAll(literal)) {
      const target = specifier.startsWith(".") ? fileOf(resolve(dirname(file), specifier)) : undefined;
      if (target !== undefined && !target.includes("/node_modules/")) waiting.push(target);
    }
  }
  return [...(any ? ["*"] : []), ...[...found].map((file) => relative(top, file))];
}

/** How a program takes files that it does not load: as assets of the cloud, or as texts. */
const taking = /\b(?:FileAsset|FileArchive|readFile|readFileSync|createReadStream)\b/;

/**
 * Whether the code that a program may load takes files by their path. Where it chooses its modules while it runs, all code counts that
 * stands in the same folders of the repository. What a package does with a path that it is given is not seen.
 */
export function takesFiles(loadable: readonly string[], top: string): boolean {
  const own = loadable.filter((file) => file !== "*");
  const files = own.map((file) => join(top, file));
  if (own.length < loadable.length) {
    const folders = new Set(own.map((file) => (file.includes(sep) ? (file.split(sep)[0] ?? "") : "")));
    files.push(...(folders.has("") ? [""] : [...folders]).flatMap((folder) => codeBelow(join(top, folder))));
  }
  return files.some((file) => taking.test(readFileSync(file, "utf8")));
}

function codeBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : codeBelow(path);
    return entry.isFile() && codeEndings.has(extname(entry.name)) ? [path] : [];
  });
}

function entryOf(programDir: string): string | undefined {
  return fileOf(programDir) ?? fileOf(join(programDir, mainOf(programDir) ?? "index"));
}

function mainOf(folder: string): string | undefined {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return undefined;
  const content: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  return typeof content === "object" && content !== null && "main" in content ? String(content.main) : undefined;
}

function fileOf(path: string): string | undefined {
  const direct = endings.map((ending) => `${path}${ending}`);
  // In an ES module, TypeScript is imported by the name that it will have.
  const renamed = path.replace(/\.([cm]?)js$/, ".$1ts");
  const inside = indexes.map((name) => join(path, name));
  return [...direct, renamed, ...inside].find((file) => existsSync(file) && statSync(file).isFile());
}
