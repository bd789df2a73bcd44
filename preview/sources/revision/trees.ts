import { lstatSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { gitOrFail } from "./git";
import type { Revision } from "./revision";
import { Tree } from "./tree";
import { Unkept } from "./unkept";

/** A commit's files and those of the work tree. */
export interface Trees {
  base: Tree;
  head: Tree;
  /** Paths that differ, including those that git does not know yet. */
  differing: readonly string[];
  /** Files of the work tree that are in neither. */
  unkept: Unkept;
}

/** Number of names in one command line. */
const atOnce = 500;

/**
 * Lists both. Files that git ignores are in neither (`Unkept`). Untracked files count in the project's folder only. Packages
 * do not count: the lock file identifies them, also if a link to them is no folder that git ignores.
 */
export async function treesOf(revision: Revision, projectDir: string): Promise<Trees> {
  const { repository, commit, name } = revision;
  const failed = `what differs from ${name} can't be listed`;
  const [listed, tracked, untracked] = await Promise.all([
    gitOrFail(repository, ["ls-tree", "-r", "-z", "--full-tree", commit], failed),
    gitOrFail(
      repository,
      ["diff", "--name-only", "--no-renames", "--ignore-submodules=none", "-z", commit, "--"],
      failed,
    ),
    gitOrFail(repository, ["ls-files", "--others", "--exclude-standard", "-z", "--", projectDir], failed),
  ]);
  const ids = new Map<string, string>();
  for (const [, id = "", path = ""] of listed.matchAll(/\S+ \S+ (\S+)\t([^\0]+)\0/g)) ids.set(path, id);
  const files = untracked.split("\0").filter((path) => !path.split("/").includes("node_modules"));
  const candidates = [...new Set([...tracked.split("\0"), ...files])].filter((path) => path !== "");
  const now = new Map(ids);
  for (const [path, id] of await contentsOf(candidates, repository, failed)) {
    if (id === undefined) now.delete(path);
    else now.set(path, id);
  }
  const differing = candidates.filter((path) => ids.get(path) !== now.get(path)).sort();
  const head = new Tree(now);
  return { base: new Tree(ids), head, differing, unkept: await Unkept.of(repository, head, failed) };
}

/** Values of files of the work tree: the ids that git would give them; undefined for a missing one. */
async function contentsOf(
  paths: readonly string[],
  repository: string,
  failed: string,
): Promise<[path: string, id: string | undefined][]> {
  const found: [string, string | undefined][] = [];
  const files: string[] = [];
  for (const path of paths) {
    const stat = lstatSync(join(repository, path), { throwIfNoEntry: false });
    if (stat === undefined) found.push([path, undefined]);
    else if (stat.isFile()) files.push(path);
    // A link, or a nested repository: it certainly differs, since no commit's id looks like that.
    else found.push([path, stat.isSymbolicLink() ? `link to ${readlinkSync(join(repository, path))}` : "other"]);
  }
  for (let i = 0; i < files.length; i += atOnce) {
    const some = files.slice(i, i + atOnce);
    const ids = (await gitOrFail(repository, ["hash-object", "--", ...some], failed)).trimEnd().split("\n");
    some.forEach((path, at) => {
      found.push([path, ids[at]]);
    });
  }
  return found;
}
