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
  /** Paths that differ, those among them that git does not know yet. */
  differing: readonly string[];
  /** What the work tree has and neither knows. */
  unkept: Unkept;
}

/** How many names a command line takes at once. */
const atOnce = 500;

/**
 * Lists both. What git ignores belongs to neither (`Unkept`). Untracked files count in the project's folder only, and packages not at all: they are what
 * the lock file says, also where a link to them is no folder that git ignores.
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

/** What files of the work tree hold, by the id that git would give it; undefined where there is none. */
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
    // A link, or a repository in this one: it is known to differ, and no commit's id is like that.
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
