import { type Dirent, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { globOf } from "./glob";

export interface FoundFile {
  path: string;
  /** Whether it was found in a folder, which may also hold files of other kinds. */
  inFolder: boolean;
}

/**
 * Files of a path: the file itself, or all YAML and JSON files of a folder and its subfolders, hidden ones too, except those
 * in `.git` and `node_modules`. Links to files are followed, links to folders are not, as in kubectl. A pattern is a glob
 * (`*`, `**`, `?`, `{a,b}`) of a path relative to the folder; it leaves out a file, or a whole folder, but never a path that
 * the user named. Throws the file system's error if the path does not exist.
 */
export class FileFinder {
  private readonly patterns: { pattern: string; glob: RegExp; left: number }[];
  private count = 0;
  private notSeen = 0;

  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => ({ pattern, glob: globOf(pattern), left: 0 }));
  }

  /** Number of files that were left out. */
  get excluded(): number {
    return this.count;
  }

  /** Number of folders that were not searched. */
  get unseen(): number {
    return this.notSeen;
  }

  /** Patterns without a match. */
  get idle(): string[] {
    return this.patterns.filter(({ left }) => left === 0).map(({ pattern }) => pattern);
  }

  filesOf(path: string): FoundFile[] {
    if (path === "-") return [{ path, inFolder: false }];
    if (statSync(path).isDirectory()) return this.within(path, path).map((found) => ({ path: found, inFolder: true }));
    // A path that the user named is read: patterns only apply to files found in folders.
    return [{ path, inFolder: false }];
  }

  private within(folder: string, root: string): string[] {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!ofOthers.includes(entry.name)) return this.within(path, root);
          this.notSeen++;
          return [];
        }
        if (!/\.(ya?ml|json)$/i.test(entry.name) || !isFile(entry, path)) return [];
        return this.leaves(relative(root, path).split(sep).join("/")) ? [] : [path];
      });
  }

  /** Whether a pattern leaves a file out, directly or with one of its folders. */
  private leaves(path: string): boolean {
    const steps = path.split("/");
    const ends = steps.map((_, i) => steps.slice(0, i + 1).join("/"));
    const matching = this.patterns.filter(({ glob }) => ends.some((end) => glob.test(end)));
    for (const pattern of matching) pattern.left++;
    if (matching.length > 0) this.count++;
    return matching.length > 0;
  }
}

/** Folders of tools, which hold none of the user's manifests. */
const ofOthers: readonly string[] = [".git", "node_modules"];

function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
