import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

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
