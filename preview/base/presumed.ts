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

/** What git, its hosts and editors keep in a repository. */
const ofTools = /(?:^|\/)(?:\.git[^/]*|\.vscode|\.idea)(?:\/|$)|(?:^|\/)\.editorconfig$/;

/** An import of what only looks for files or lists their names, whatever is in them. */
const looking =
  /(?:\bimport\s*|\bconst\s*)\{(?:\s*(?:existsSync|readdirSync|accessSync)\s*,?)+\}\s*(?:from\s*|=\s*require\s*\(\s*)["'](?:node:)?fs["']/g;

/** What a program takes of files that it does not load. */
type Taking = "nothing" | "names" | "contents";

/**
 * What is presumed of a stack whose program was never seen: its own file touches it, another stack's does not, nor do pages,
 * pictures and what git, its hosts and editors keep where no code of the program, or of a package that it loads, takes files by their path. Of anything else it is not
 * known. So an ordinary change in a fresh clone costs no more than it has to.
 */
export class Presumption {
  private taken: Taking | undefined;

  /** `places` are those of the program, before and after. */
  constructor(
    private readonly stackDir: string,
    private readonly places: readonly Place[],
  ) {}

  /**
   * Whether a file that differs touches a stack; undefined where that is not known. `isInBoth` is a file that is not new and not
   * gone, which does not matter to a program that looks for files and reads none.
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

  /** Whether the program may take something that git does not keep. */
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

/** Whether what the program imports is among them; also what lies beside its code, for a program that lists names. */
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

/** Where the program chooses its modules while it runs, all code counts in the same folders of the repository. */
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
