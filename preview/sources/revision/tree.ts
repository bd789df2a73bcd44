import { createHash } from "node:crypto";

/** The value of a path that is a folder. */
export const folder = "folder";
/** The value of a path that does not exist. */
export const nothing = "";

/** Endings of modules that a request without an ending may find. */
const ofModules = /\.(?:[cm]?[jt]s|[jt]sx|json|node)$/;

/** The files of a repository at one time, by their paths from its top, with git's id of their contents. */
export class Tree {
  private readonly folders = new Map<string, Set<string>>();
  private readonly stems = new Map<string, string[]>();

  constructor(private readonly ids: ReadonlyMap<string, string>) {
    for (const path of ids.keys()) {
      this.addToFolders(path);
      if (ofModules.test(path)) push(this.stems, stemOf(path), path);
    }
  }

  /**
   * The value of a path: the id of a file's contents, the word for a folder, or empty. A path behind a link, or in a nested
   * repository, has the value of that link or repository: git lists nothing there.
   */
  at(path: string): string {
    return this.ids.get(path) ?? (this.folders.has(path) ? folder : this.behind(path));
  }

  private behind(path: string): string {
    for (let cut = path.lastIndexOf("/"); cut > 0; cut = path.lastIndexOf("/", cut - 1)) {
      const id = this.ids.get(path.slice(0, cut));
      if (id !== undefined) return `in ${id}`;
    }
    return nothing;
  }

  /** Whether a file exists. */
  has(path: string): boolean {
    return this.ids.has(path);
  }

  /** Names in a folder, sorted, each in a line. */
  list(path: string): string {
    return [...(this.folders.get(path) ?? [])].sort().join("\n");
  }

  /** A hash of all names and contents below a folder, as far as they count. */
  below(path: string, counts: (file: string) => boolean = () => true): string {
    const hash = createHash("sha256");
    const prefix = path === "" ? "" : `${path}/`;
    for (const file of [...this.ids.keys()].filter((one) => one.startsWith(prefix) && counts(one)).sort()) {
      hash.update(`${file}\0${this.ids.get(file)}\0`);
    }
    return hash.digest("hex");
  }

  /** Files that a request for a module of that name may find. */
  modulesOf(stem: string): readonly string[] {
    return this.stems.get(stem) ?? [];
  }

  private addToFolders(path: string): void {
    for (let rest = path; rest !== ""; ) {
      const cut = rest.lastIndexOf("/");
      const above = cut < 0 ? "" : rest.slice(0, cut);
      const names = this.folders.get(above);
      const name = rest.slice(cut + 1);
      if (names?.has(name)) return;
      if (names === undefined) this.folders.set(above, new Set([name]));
      else names.add(name);
      rest = above;
    }
  }
}

/** A module's path as it may be asked for: without its ending, and without `index`. */
export function stemOf(path: string): string {
  return path.replace(ofModules, "").replace(/(?:^|\/)index$/, "");
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
