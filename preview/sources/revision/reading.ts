import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import type { Reads } from "../../engine/preload-messages";
import { unseenModules } from "./es-modules";
import { type KnownLinks, spellings } from "./links";
import { namedIn } from "./node-args";
import { type Place, purposeOf, settingsOf } from "./settings";
import { folder, nothing, stemOf, type Tree } from "./tree";
import type { Unkept } from "./unkept";

/**
 * The files that one stack's program read from its repository, with their state: paths from the top, and the value of `Tree`
 * for each. It is valid for every commit with the same values. It has no contents of files.
 */
export interface Reading {
  /** Files and folders, and places where nothing was. */
  paths: Record<string, string>;
  /** Folders whose names were listed. */
  lists: Record<string, string>;
  /** Folders that were taken with all below. */
  below: Record<string, string>;
  /** Modules, as they may be asked for. */
  stems: string[];
  /** Facts for every stack: the packages, and the program's runtime settings. */
  settings: Record<string, string>;
  /** Why any file may have been taken. */
  any?: string;
}

/** Makes a reading of what a program took in a tree. `own` are further files of the stack, such as its config. */
export function readingOf(reads: Reads, own: readonly string[], place: Place, tree: Tree): Reading {
  const links: KnownLinks = new Map();
  const from = (paths: readonly string[]) => [...new Set(paths.flatMap((path) => within(path, place.tops, links)))];
  const unseen = unseenModules(reads.modules, place);
  const settings = settingsOf(place, tree);
  const modules = from([...reads.modules, ...unseen.files]);
  const stems = [...new Set(modules.map(stemOf))].sort();
  const linked = linkedBelow(reads.below);
  const [lists, below] = [from(reads.lists), from([...reads.below, ...linked.folders])];
  const plain = new Set([folder, nothing]);
  const probed = [
    ...from([...reads.files, ...own, ...linked.files, ...namedIn(place).files]).filter((path) => !(path in settings)),
    // Links, and what is behind them: no names of theirs are listed.
    ...[...lists, ...below].filter((path) => !plain.has(tree.at(path))),
  ];
  const manifests = modules.flatMap(foldersAbove).map((folder) => join(folder, "package.json"));
  const paths = new Set([
    ...modules,
    ...stems.flatMap((stem) => tree.modulesOf(stem)),
    ...probed,
    ...manifests.filter((path) => !(path in settings)),
  ]);
  const statesOf = (of: Iterable<string>, stateAt: (path: string) => string) =>
    Object.fromEntries([...of].sort().map((path) => [path, stateAt(path)]));
  const any = reads.any ?? unseen.any;
  return {
    paths: statesOf(paths, (path) => tree.at(path)),
    lists: statesOf(lists, (path) => tree.list(path)),
    below: statesOf(below, (path) => tree.below(path)),
    stems,
    settings,
    ...(any === undefined ? {} : { any }),
  };
}

/**
 * Why the program may do something else in that tree, in words that go on from "touched by"; none where all that it took is
 * the same there. What holds for every stack comes first. `unkept` is what the work tree has beside its tree.
 */
export function differences(
  reading: Reading,
  tree: Tree,
  settings: Readonly<Record<string, string>>,
  unkept?: Unkept,
): string[] {
  const { paths, lists, below, stems } = reading;
  const isModule = new Set(stems);
  const verb = (path: string) => (isModule.has(stemOf(path)) ? "loads" : "reads");
  const causes = [...new Set([...Object.keys(settings), ...Object.keys(reading.settings)])]
    .filter((path) => (reading.settings[path] ?? "") !== (settings[path] ?? ""))
    .map((path) => `${path}, ${purposeOf(path)}`);
  for (const [path, was] of Object.entries(paths)) {
    const is = tree.at(path);
    if (is === was) continue;
    if (was === "") causes.push(`${path}, which is new where the program looks for it`);
    else if (is === "") causes.push(`${path}, which is gone and the program ${verb(path)}`);
    else causes.push(`${path}, which the program ${verb(path)}`);
  }
  for (const path of stems.flatMap((stem) => tree.modulesOf(stem)).filter((file) => !(file in paths))) {
    causes.push(`${path}, which is new under the name of a module that the program loads`);
  }
  for (const [path, was] of Object.entries(lists)) {
    if (tree.list(path) !== was)
      causes.push(`${otherNames(path, was, tree.list(path))} a folder that the program lists`);
  }
  for (const [path, was] of Object.entries(below)) {
    if (tree.below(path) !== was) causes.push(`${path}/, which the program takes with all that is in it`);
  }
  return [...causes, ...(unkept?.causes(reading, tree) ?? [])];
}

function otherNames(folder: string, was: string, is: string): string {
  const [before, now] = [was.split("\n"), is.split("\n")];
  const [added] = now.filter((name) => !before.includes(name));
  const [removed] = before.filter((name) => !now.includes(name));
  return added === undefined
    ? `${join(folder, removed ?? "")}, which is gone from`
    : `${join(folder, added)}, which is new in`;
}

/**
 * The path from the top, and what it is called behind each link on its way; none where it is outside. Of a top that is in another, as
 * where temporary files are kept in the repository, the first counts.
 */
function within(path: string, tops: readonly string[], links: KnownLinks): string[] {
  const isInside = (one: string) => one !== ".." && !one.startsWith("../") && !isAbsolute(one);
  return spellings(path, links)
    .flatMap((one) => tops.map((top) => relative(top, one).replaceAll("\\", "/")).find(isInside) ?? [])
    .filter((one) => one !== "" && !one.split("/").includes("node_modules"));
}

/** Targets of links inside folders that count as a whole. */
function linkedBelow(folders: readonly string[]): { files: string[]; folders: string[] } {
  const found: { files: string[]; folders: string[] } = { files: [], folders: [] };
  const waiting = [...folders];
  const seen = new Set(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const entry of entriesOf(at).filter((one) => one.isSymbolicLink())) {
      const path = join(entry.path, entry.name);
      const isFolder = existsSync(path) && statSync(path).isDirectory();
      (isFolder ? found.folders : found.files).push(path);
      const target = spellings(path).at(-1);
      if (!isFolder || target === undefined || seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return found;
}

function entriesOf(path: string): Dirent[] {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  return isFolder ? readdirSync(path, { withFileTypes: true, recursive: true }) : [];
}

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === "." ? [] : [above, ...foldersAbove(above)];
}
