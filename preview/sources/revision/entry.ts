import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestIn } from "../../project/package-manifest";
import { readYaml } from "../../project/project";
import { record } from "../../project/record";
import type { Place } from "./settings";
import { fileOf, isFile } from "./specifiers";

/**
 * The entry file of a program, as Pulumi's runner finds it (`cmd/run/run.js` of the SDK): if `Pulumi.yaml` names no file,
 * `exports` of the nearest package.json, else its `main`, else an index. Undefined if there is none, or if only a loader of
 * the program itself could find it.
 */
export function entryOf({ programDir, entry }: Pick<Place, "programDir" | "entry">): string | undefined {
  const program = join(programDir, entry);
  const { folder, manifest } = nearestManifest(isFolder(program) ? program : dirname(program));
  const named = entry === "." ? namedIn(manifest) : undefined;
  const main = named === undefined ? program : join(folder, named);
  const start = existsSync(main) ? main : program;
  if (!existsSync(start)) return undefined;
  return manifest.type === "module" ? ofModules(realpathSync(start)) : ofCommonjs(start);
}

/** An ES module is imported by its full name. */
function ofModules(start: string): string | undefined {
  return isFolder(start) ? indexIn(start, ["js", "mjs", "ts", "mts"]) : start;
}

/** `require` of a folder goes by that folder's own package.json; JavaScript is looked for before what a loader compiles. */
function ofCommonjs(start: string): string | undefined {
  if (!isFolder(start)) return start;
  const { main } = manifestIn(start) ?? {};
  const named = typeof main === "string" ? fileOf(join(start, main)) : undefined;
  return named ?? indexIn(start, ["js", "ts", "tsx", "jsx", "cts", "mts"]);
}

function indexIn(folder: string, endings: readonly string[]): string | undefined {
  return endings.map((ending) => join(folder, `index.${ending}`)).find(isFile);
}

/** The program's path in a manifest, relative to its folder. */
function namedIn({ exports, main }: Record<string, unknown>): string | undefined {
  const top = record(exports)["."];
  const { default: byDefault, require: byRequire, import: byImport } = record(top);
  const ofExports = typeof exports === "string" ? exports : typeof top === "string" ? top : undefined;
  const found = ofExports ?? (exports === undefined ? main : byDefault || byRequire || byImport);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The runner also reads a package.yaml, which Node.js does not know. */
function nearestManifest(from: string): { folder: string; manifest: Record<string, unknown> } {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return { folder, manifest: manifestIn(folder) ?? {} };
    const yaml = join(folder, "package.yaml");
    if (existsSync(yaml)) return { folder, manifest: yamlIn(yaml) };
    if (dirname(folder) === folder) return { folder: from, manifest: {} };
  }
}

/** A manifest that can't be read is ignored, as the runner does. */
function yamlIn(file: string): Record<string, unknown> {
  try {
    return record(readYaml(file));
  } catch {
    return {};
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
