import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isOfPackages, packageFiles, packageFolders } from "./package-files";
import type { Tree } from "./tree";
import { upwards } from "./upwards";

const projects = ["Pulumi.yaml", "Pulumi.yml"];

/** What a package.json says to its readers, and to no program: a change there touches nothing. */
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

/** Where a project lies. */
export interface Place {
  rootDir: string;
  programDir: string;
  /** What is run in the program's folder: a file, or the folder itself. */
  entry: string;
  /** Arguments of node before the program, which may name files. */
  nodeArgs: readonly string[];
  /** Top of its repository; behind it others whose files count as those of this one. */
  tops: readonly [string, ...string[]];
}

/** What holds for all stacks of a project beside its program's files: by path from the top, what it says there. */
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

/** Why such a file touches all. */
export function purposeOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (projects.includes(name)) return "which says how the program is run";
  if (name === "package.json") return "which says what packages the program gets and how its modules are loaded";
  return "which says what packages the program gets";
}

/** What a package.json says of packages: by it they are installed, as far as no lock file says more. */
export function packagesIn(text: string): string {
  const ofPackages = /[dD]ependencies|^(?:dependenciesMeta|overrides|resolutions|workspaces|pnpm|packageManager)$/;
  return fieldsOf(text, (key) => ofPackages.test(key));
}

/** A hash of what a package.json says to programs; empty where there is none. */
function meaningOf(file: string): string {
  if (!existsSync(file)) return "";
  const meaning = fieldsOf(readFileSync(file, "utf8"), (key) => !forReaders.includes(key));
  return createHash("sha256").update(meaning).digest("hex");
}

/** Some fields of a JSON object; all of a text that is none. */
function fieldsOf(text: string, counts: (key: string) => boolean): string {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== "object" || content === null) return text;
    return JSON.stringify(Object.entries(content).filter(([key]) => counts(key)));
  } catch {
    return text;
  }
}
