import { type Dirent, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { globOf } from "./glob";

export interface FoundFile {
  path: string;
  /** Whether it was found in a folder, where files of other kinds may be too. */
  inFolder: boolean;
}

/**
 * Files of a path: itself, or, of a folder, all YAML and JSON in it and in the folders below, hidden ones too, but for those in
 * `.git` and `node_modules`. Links to files are followed, links to folders are not, as kubectl does. A pattern is a glob (`*`, `**`, `?`, `{a,b}`) of a
 * path relative to the folder; it leaves out a file, or all that is in a folder, and nothing that was named itself. Throws the file system's error where there is
 * no such file.
 */
export class FileFinder {
  private readonly patterns: { pattern: string; glob: RegExp; left: number }[];
  private count = 0;
  private notSeen = 0;

  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => ({ pattern, glob: globOf(pattern), left: 0 }));
  }

  /** How many files were left out. */
  get excluded(): number {
    return this.count;
  }

  /** How many folders were not looked into. */
  get unseen(): number {
    return this.notSeen;
  }

  /** Patterns that left out no file. */
  get idle(): string[] {
    return this.patterns.filter(({ left }) => left === 0).map(({ pattern }) => pattern);
  }

  filesOf(path: string): FoundFile[] {
    if (path === "-") return [{ path, inFolder: false }];
    if (statSync(path).isDirectory()) return this.within(path, path).map((found) => ({ path: found, inFolder: true }));
    // What was named is read: a pattern is about what is found in folders.
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

  /** Whether a pattern leaves a file out, by itself or with a folder that it is in. */
  private leaves(path: string): boolean {
    const steps = path.split("/");
    const ends = steps.map((_, i) => steps.slice(0, i + 1).join("/"));
    const matching = this.patterns.filter(({ glob }) => ends.some((end) => glob.test(end)));
    for (const pattern of matching) pattern.left++;
    if (matching.length > 0) this.count++;
    return matching.length > 0;
  }
}

/** Folders of tools, which hold no manifests of one's own. */
const ofOthers: readonly string[] = [".git", "node_modules"];

function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
