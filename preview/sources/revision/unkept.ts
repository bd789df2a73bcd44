import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitOrFail } from "./git";
import type { Reading } from "./reading";
import { nothing, stemOf, type Tree } from "./tree";

/**
 * Files and folders of the work tree that git does not keep: ignored ones, such as a build's output, and untracked ones
 * outside the project's folder. No commit has them, so whether they differ is unknown. Packages are left out: the lock file
 * identifies them.
 */
export class Unkept {
  private constructor(
    private readonly top: string,
    /** From the top, without a slash at the end. */
    readonly paths: readonly string[],
  ) {}

  /** `head` has the files of the work tree that git knows. */
  static async of(repository: string, head: Tree, failed: string): Promise<Unkept> {
    const args = ["--no-optional-locks", "status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all"];
    const listed = await gitOrFail(repository, [...args, "--ignored=matching", "--untracked-files=all"], failed);
    const paths = listed
      .split("\0")
      .filter((line) => /^(?:\?\?|!!) /.test(line))
      .map((line) => line.slice(3).replace(/\/$/, ""))
      .filter((path) => !path.split("/").includes("node_modules") && !head.has(path));
    return new Unkept(repository, paths);
  }

  /** Those that a program read, as clauses after "touched by". */
  causes({ paths, lists, below, stems }: Reading, head: Tree): string[] {
    if (this.paths.length === 0) return [];
    const isModule = new Set(stems);
    const taken = new Set<string>();
    const ownersOf = (folders: Readonly<Record<string, string>>) =>
      Object.keys(folders).map((folder) => this.ownerOf(folder));
    for (const owner of [...ownersOf(lists), ...ownersOf(below), ...stems.map((stem) => this.ownerOf(stem))]) {
      if (owner !== undefined && isFolder(join(this.top, owner))) taken.add(owner);
    }
    for (const path of Object.keys(paths)) {
      const owner = head.at(path) === nothing ? this.ownerOf(path) : undefined;
      if (owner !== undefined && existsSync(join(this.top, path))) taken.add(owner);
    }
    for (const path of this.paths) {
      const above = dirname(path) === "." ? "" : dirname(path);
      const isBelow = (folder: string) => folder === "" || path.startsWith(`${folder}/`);
      if (isModule.has(stemOf(path)) || above in lists || Object.keys(below).some(isBelow)) taken.add(path);
    }
    const shown = (path: string) => (isFolder(join(this.top, path)) ? `${path}/` : path);
    return [...taken].sort().map((path) => `${shown(path)}, which the program takes and git does not keep`);
  }

  /** The one that a path is, or is in. */
  ownerOf(path: string): string | undefined {
    return this.paths.find((one) => one === path || path.startsWith(`${one}/`));
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
