import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, extname, join } from "node:path";
import { dependencyNames, manifestIn } from "../../project/package-manifest";
import { importedIn } from "./es-modules";
import { fileOf, textsIn } from "./specifiers";

/**
 * Packages that connect programs to their clouds. `byPath` covers the files that these read from a repository; a run does
 * not show the files that providers read either.
 */
const ofClouds =
  /^@pulumi\/(?:pulumi|aws|aws-native|azure|azure-native|azuread|gcp|google-native|kubernetes|random|tls)$/;

/**
 * Ways in which code reads files without loading them: as assets of the cloud, as manifests of Kubernetes, or through
 * modules that read files, load native code or run other programs and threads.
 */
export const byPath =
  /\b(?:FileAsset|FileArchive|ConfigFile|ConfigGroup|Chart|kustomize|loadEnvFile|dlopen)\b|["'`](?:(?:node:)?(?:fs|fs\/promises|child_process|worker_threads)|node:(?:cluster|sqlite|wasi))["'`]|\b(?:from\s*|require\(\s*)["']cluster["']/;

const endings = new Set([".js", ".cjs", ".mjs"]);
/** A module that is chosen at run time. */
export const computed = /\b(?:require|import)\s*\(\s*(?:[^"'`)\s]|`[^`]*\$\{)/;

/** Installed packages, each with whether it may read files of a repository. */
export class Installed {
  private readonly known = new Map<string, boolean>();

  /**
   * Whether the package of a specifier, or one of its dependencies, has code that reads files by path. False for a package
   * that does not exist or is not installed: a program that loads it fails.
   */
  mayTake(specifier: string, from: string): boolean {
    const [, name, path] = /^((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(\/.+)?$/.exec(specifier) ?? [];
    if (name === undefined || isBuiltin(specifier) || ofClouds.test(name)) return false;
    const folder = folderOf(name, from);
    if (folder === undefined) return false;
    const key = `${folder}${path === undefined ? "" : "/"}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // A package that depends on itself through others adds nothing.
    this.known.set(key, false);
    const dependencies = dependencyNames(manifestIn(folder) ?? {});
    const isTaking = (path === undefined ? loadedOf(folder) : allCode(folder)).some(
      (file) => extname(file) === ".node" || byPath.test(readFileSync(file, "utf8")),
    );
    const may = isTaking || dependencies.some((one) => this.mayTake(one, join(folder, "package.json")));
    this.known.set(key, may);
    return may;
  }
}

function folderOf(name: string, file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name);
    if (existsSync(path)) return realpathSync(path);
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Code that a package may load: files below its entries, by relative imports. All of it if entries are patterns, are
 * missing, or if modules are chosen at run time. Benchmarks and tests are no part of a run.
 */
function loadedOf(folder: string): string[] {
  const { main, module, exports } = manifestIn(folder) ?? {};
  const named = textsIn([main, module, exports]).filter((name) => !name.endsWith(".json"));
  const waiting = [...named, "index.js"].flatMap((name) => fileOf(join(folder, name)) ?? []);
  if (named.some((name) => name.includes("*")) || waiting.length === 0) return allCode(folder);
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!endings.has(extname(file))) continue;
    const text = readFileSync(file, "utf8");
    if (computed.test(text)) return allCode(folder);
    for (const specifier of importedIn(text)) if (specifier.startsWith(".")) waiting.push(...atPath(specifier, file));
  }
  return [...found];
}

function atPath(specifier: string, file: string): string[] {
  const found = fileOf(join(dirname(file), specifier));
  return found === undefined ? [] : [found];
}

function allCode(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : allCode(path);
    return endings.has(extname(entry.name)) || extname(entry.name) === ".node" ? [path] : [];
  });
}
