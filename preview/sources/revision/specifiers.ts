import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { manifestIn } from "../../project/package-manifest";
import { record } from "../../project/record";

/** Endings of what Node.js may load as code. */
export const codeEndings: ReadonlySet<string> = new Set([".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"]);
const endings = ["", ...codeEndings, ".json"];
const indexes = ["index.ts", "index.js", "index.mts", "index.mjs", "index.cts", "index.cjs"];

/** A package's name, and the path in it. */
const ofPackage = /^((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(?:\/(.*))?$/;

/**
 * Files that a specifier of an ES module may resolve to. For a package that is a folder of the repository, all its code, as
 * conditions choose the file. None for Node.js' own modules and for installed packages: the lock file identifies them. A
 * path without a file is returned unchanged. Undefined if the target can't be found out.
 */
export function filesOf(specifier: string, file: string): string[] | undefined {
  if (/^(?:\.{0,2}[\\/]|\.{1,2}$|file:|[A-Za-z]:[\\/])/.test(specifier)) return fileAt(specifier, file);
  // Also where this Node.js has no such module of its own yet.
  if (isBuiltin(specifier) || specifier.startsWith("node:")) return [];
  if (specifier.startsWith("#")) return imported(specifier, file);
  const [, name, path = ""] = ofPackage.exec(specifier) ?? [];
  return name === undefined ? undefined : packaged(name, path, file);
}

/** Whether a file is loaded as an ES module: by its ending, or the nearest package.json. */
export function isEsModule(file: string): boolean {
  if (/\.m[jt]s$/.test(file)) return true;
  if (/\.c[jt]s$/.test(file)) return false;
  return nearestManifest(file)?.manifest.type === "module";
}

/** All code below a folder, without packages and hidden folders. */
export function codeBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : codeBelow(path);
    return entry.isFile() && codeEndings.has(extname(entry.name)) ? [path] : [];
  });
}

export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function fileAt(specifier: string, file: string): string[] {
  const bare = specifier.replace(/[?#].*$/, "");
  const path = bare.startsWith("file:") ? fileURLToPath(bare) : resolve(dirname(file), bare);
  const target = fileOf(path) ?? path;
  return target.includes("/node_modules/") ? [] : [target];
}

/** The file that a path without its ending, or a folder, leads to. */
export function fileOf(path: string): string | undefined {
  const direct = endings.map((ending) => `${path}${ending}`);
  // In an ES module, TypeScript is imported by the name that it will have.
  const renamed = path.replace(/\.([cm]?)js$/, ".$1ts");
  const inside = indexes.map((name) => join(path, name));
  return [...direct, renamed, ...inside].find(isFile);
}

/** Targets of a specifier in `imports` of the nearest package.json, under any condition. */
function imported(specifier: string, file: string): string[] | undefined {
  const nearest = nearestManifest(file);
  if (nearest === undefined) return undefined;
  const targets = Object.entries(record(nearest.manifest.imports)).flatMap(([key, value]) => {
    const [before = "", after] = key.split("*");
    const isMatch =
      after === undefined
        ? key === specifier
        : specifier.startsWith(before) && specifier.endsWith(after) && specifier.length > before.length + after.length;
    const part = specifier.slice(before.length, specifier.length - (after ?? "").length);
    return isMatch ? textsIn(value).map((text) => text.replaceAll("*", () => part)) : [];
  });
  const found = targets.map((target) => filesOf(target, join(nearest.folder, "package.json")));
  return found.length === 0 || found.includes(undefined) ? undefined : found.flatMap((files) => files ?? []);
}

function packaged(name: string, path: string, file: string): string[] | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const own = basename(folder) === "node_modules" ? folder : join(folder, "node_modules");
    if (existsSync(join(own, name))) {
      const real = realpathSync(join(own, name));
      return real.includes("/node_modules/") ? [] : allOf(real, path);
    }
    // A package with types only does not exist at run time.
    if (existsSync(join(own, "@types", name.replace(/^@(.+)\//, "$1__")))) return [];
    // A package may ask for itself by its name.
    if (manifestIn(folder)?.name === name) return allOf(folder, path);
    if (dirname(folder) === folder) return undefined;
  }
}

/** All code of a package, and what is no code where it is asked for by its path or is what the package is. */
function allOf(folder: string, path: string): string[] {
  const { main, exports } = manifestIn(folder) ?? {};
  const named = [path, ...textsIn([main, exports])].filter((name) => name !== "" && !name.includes("*"));
  const files = named.flatMap((name) => fileOf(join(folder, name)) ?? []);
  return [...new Set([...codeBelow(folder), ...files])];
}

function nearestManifest(file: string): { folder: string; manifest: Record<string, unknown> } | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest !== undefined) return { folder, manifest };
    if (dirname(folder) === folder) return undefined;
  }
}

/** Texts anywhere in a value, as targets are under conditions. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return (Array.isArray(value) ? value : Object.values(record(value))).flatMap(textsIn);
}
