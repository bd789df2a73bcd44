import { existsSync, readFileSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { importedIn, unseenModules } from "./es-modules";
import { byPath, computed, Installed } from "./installed";
import { namedIn } from "./node-args";
import type { Place } from "./settings";
import { codeBelow, codeEndings, isFile } from "./specifiers";
import type { Unkept } from "./unkept";

const pages = new Set([".md", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"]);
const papers = new Set(["LICENSE", "LICENCE", "NOTICE", "CODEOWNERS"]);

/** Files of git, its hosts and editors in a repository. */
const ofTools = /(?:^|\/)(?:\.git[^/]*|\.vscode|\.idea)(?:\/|$)|(?:^|\/)\.editorconfig$/;

/** An import of a function that only checks for files or lists their names, without reading them. */
const looking =
  /(?:\bimport\s*|\bconst\s*)\{(?:\s*(?:existsSync|readdirSync|accessSync)\s*,?)+\}\s*(?:from\s*|=\s*require\s*\(\s*)["'](?:node:)?fs["']/g;

/** The parts of unloaded files that a program reads. */
type Taking = "nothing" | "names" | "contents";

/**
 * Presumptions about a stack whose program has never run: its own stack file touches it. Another stack's file does not, nor
 * do pages, pictures and files of git, its hosts and editors, unless code of the program, or of a package that it loads,
 * reads files by path. Nothing is presumed about other files. So an ordinary change in a fresh clone costs no more than
 * necessary.
 */
export class Presumption {
  private taken: Taking | undefined;

  /** `places` are the program's, before and after the change. */
  constructor(
    private readonly stackDir: string,
    private readonly places: readonly Place[],
  ) {}

  /**
   * Whether a changed file touches a stack; undefined if unknown. `isInBoth`: the file is neither new nor deleted, which
   * makes no difference to a program that only looks for files.
   */
  touches(file: string, stack: string, isInBoth: boolean): boolean | undefined {
    const [, owner] = /^Pulumi\.(.+)\.ya?ml$/.exec(basename(file)) ?? [];
    const isInStackDir = join(file, "..") === (this.stackDir === "" ? "." : this.stackDir);
    if (owner !== undefined && isInStackDir) return owner === stack;
    const isForReaders = papers.has(basename(file)) || pages.has(extname(file).toLowerCase()) || ofTools.test(file);
    if (!isForReaders) return undefined;
    const takes = this.takes();
    return takes === "contents" || (takes === "names" && !isInBoth) ? undefined : false;
  }

  /** Whether the program may read a file that git does not keep. */
  mayTake(unkept: Unkept): boolean {
    if (unkept.paths.length === 0) return false;
    const takes = this.takes();
    return takes === "contents" || this.places.some((place) => loadsOf(place, unkept, takes === "names"));
  }

  private takes(): Taking {
    this.taken ??= most(this.places.map(takesFiles));
    return this.taken;
  }
}

/** Whether the program's imports are among them; for a program that lists names, also files beside its code. */
function loadsOf(place: Place, unkept: Unkept, lists: boolean): boolean {
  const files = [...unseenModules([], place).files, ...namedIn(place).files];
  const paths = files.flatMap((file) => place.tops.map((top) => relative(top, file)));
  const folders = new Set(paths.map(firstOf));
  return (
    paths.some((path) => unkept.ownerOf(path) !== undefined) ||
    (lists && unkept.paths.some((path) => folders.has(firstOf(path))))
  );
}

/** The first folder of a path; empty for a file at the top. */
function firstOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "";
}

/** If the program chooses modules at run time, all code in the same folders of the repository counts. */
function takesFiles(place: Place): Taking {
  const [top] = place.tops;
  if (!existsSync(join(place.programDir, place.entry))) return "nothing";
  const { files, any } = unseenModules([], place);
  if (any !== undefined) return "contents";
  const code = files.filter((file) => codeEndings.has(extname(file)) && isFile(file));
  const texts = code.map((file) => readFileSync(file, "utf8"));
  const installed = new Installed();
  const takes = (file: string) => takenBy(file, installed);
  const taken = most(code.map(takes));
  if (taken === "contents" || !texts.some((text) => computed.test(text))) return taken;
  const folders = new Set(code.map((file) => firstOf(relative(top, file))));
  const others = (folders.has("") ? [""] : [...folders]).flatMap((folder) => codeBelow(join(top, folder)));
  return most(others.map(takes));
}

function takenBy(file: string, installed: Installed): Taking {
  const text = readFileSync(file, "utf8");
  const rest = text.replaceAll(looking, "");
  if (byPath.test(rest)) return "contents";
  for (const specifier of importedIn(text)) if (installed.mayTake(specifier, file)) return "contents";
  return rest === text ? "nothing" : "names";
}

function most(found: readonly Taking[]): Taking {
  return found.includes("contents") ? "contents" : found.includes("names") ? "names" : "nothing";
}
