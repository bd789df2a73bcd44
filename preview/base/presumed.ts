import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { codeEndings, unseenModules } from "./es-modules";
import type { Place } from "./settings";

const pages = new Set([".md", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"]);
const papers = new Set(["LICENSE", "LICENCE", "NOTICE", "CODEOWNERS"]);

/** How a program takes files that it does not load: as assets of the cloud, or as texts. */
const taking = /\b(?:FileAsset|FileArchive|readFile|readFileSync|createReadStream)\b/;
/** A module that is chosen while the program runs. */
const computed = /\b(?:require|import)\s*\(\s*(?:[^"'`)\s]|`[^`]*\$\{)/;

/**
 * What is presumed of a stack whose program was never seen: its own file touches it, another stack's does not, nor does what tools
 * keep in folders with a dot, nor pages and pictures where no code of the program takes files by their path. Of anything else it is not
 * known. So an ordinary change in a fresh clone costs no more than it has to.
 */
export class Presumption {
  private taken: boolean | undefined;

  /** `places` are those of the program, before and after. */
  constructor(
    private readonly stackDir: string,
    private readonly places: readonly Place[],
  ) {}

  /** Whether a file that differs touches a stack; undefined where that is not known. */
  touches(file: string, stack: string): boolean | undefined {
    const [, owner] = /^Pulumi\.(.+)\.ya?ml$/.exec(basename(file)) ?? [];
    const isInStackDir = join(file, "..") === (this.stackDir === "" ? "." : this.stackDir);
    if (owner !== undefined && isInStackDir) return owner === stack;
    if (file.split("/").some((part) => part.startsWith(".") && part !== ".npmrc")) return false;
    if (!papers.has(basename(file)) && !pages.has(extname(file).toLowerCase())) return undefined;
    this.taken ??= this.places.some(takesFiles);
    return this.taken ? undefined : false;
  }
}

/** Where the program chooses its modules while it runs, all code counts in the same folders of the repository. */
function takesFiles({ programDir, entry, tops: [top] }: Place): boolean {
  const program = join(programDir, entry);
  if (!existsSync(program)) return false;
  const { files } = unseenModules([], program);
  const code = files.filter((file) => codeEndings.has(extname(file)));
  const texts = code.map((file) => readFileSync(file, "utf8"));
  if (texts.some((text) => taking.test(text))) return true;
  if (!texts.some((text) => computed.test(text))) return false;
  const folders = new Set(
    code.map((file) => relative(top, file)).map((file) => (file.includes("/") ? (file.split("/")[0] ?? "") : "")),
  );
  return (folders.has("") ? [""] : [...folders])
    .flatMap((folder) => codeBelow(join(top, folder)))
    .some((file) => taking.test(readFileSync(file, "utf8")));
}

function codeBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : codeBelow(path);
    return entry.isFile() && codeEndings.has(extname(entry.name)) ? [path] : [];
  });
}
