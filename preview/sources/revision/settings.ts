import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isOfPackages, packageFiles, packageFolders } from "./package-files";
import type { Tree } from "./tree";
import { upwards } from "./upwards";

const projects = ["Pulumi.yaml", "Pulumi.yml"];

/** Fields of a package.json for people, not for programs: a change to them touches nothing. */
const forReaders = [
  "scripts",
  "description",
  "keywords",
  "author",
  "contributors",
  "license",
  "repository",
  "homepage",
  "bugs",
  "funding",
];

/** The place of a project. */
export interface Place {
  rootDir: string;
  programDir: string;
  /** The argument of the runner in the program's folder: a file, or the folder itself. */
  entry: string;
  /** Arguments of node before the program, which may name files. */
  nodeArgs: readonly string[];
  /** Top of its repository, followed by others whose files count as this one's. */
  tops: readonly [string, ...string[]];
}

/** Files that affect all stacks of a project beside its program's files: by path from the top, with their content. */
export function settingsOf({ rootDir, programDir, tops: [top] }: Place, tree: Tree): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const folder of new Set([...upwards(rootDir, top), ...upwards(programDir, top)])) {
    const at = (name: string) => relative(top, join(folder, name)).replaceAll("\\", "/");
    for (const name of packageFiles) settings[at(name)] = tree.at(at(name));
    for (const name of packageFolders) settings[`${at(name)}/`] = tree.below(at(name), isOfPackages);
    settings[at("package.json")] = meaningOf(join(folder, "package.json"));
  }
  for (const name of projects) {
    const path = relative(top, join(rootDir, name)).replaceAll("\\", "/");
    settings[path] = tree.at(path);
  }
  return settings;
}

/** Why such a file touches all stacks. */
export function purposeOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (projects.includes(name)) return "which says how the program is run";
  if (name === "package.json") return "which says what packages the program gets and how its modules are loaded";
  return "which says what packages the program gets";
}

/** A package.json's fields about packages: they decide the installation, unless a lock file says more. */
export function packagesIn(text: string): string {
  const ofPackages = /[dD]ependencies|^(?:dependenciesMeta|overrides|resolutions|workspaces|pnpm|packageManager)$/;
  return fieldsOf(text, (key) => ofPackages.test(key));
}

/** A hash of a package.json's fields for programs; empty if there is none. */
function meaningOf(file: string): string {
  if (!existsSync(file)) return "";
  const meaning = fieldsOf(readFileSync(file, "utf8"), (key) => !forReaders.includes(key));
  return createHash("sha256").update(meaning).digest("hex");
}

/** Some fields of a JSON object; any other text as a whole. */
function fieldsOf(text: string, counts: (key: string) => boolean): string {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== "object" || content === null) return text;
    return JSON.stringify(Object.entries(content).filter(([key]) => counts(key)));
  } catch {
    return text;
  }
}
