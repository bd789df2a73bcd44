import { existsSync, realpathSync } from "node:fs";
import { basename, extname, join, relative, sep } from "node:path";
import { PreviewError } from "../engine/errors";
import type { Project } from "../project/project";
import { stackNames } from "../project/stacks";
import type { Base } from "./base";
import type { StackChoice } from "./choice";
import { gitOrFail } from "./git";
import { codeEndings, loadableFiles, takesFiles } from "./loadable";
import type { Revision } from "./revision";

/**
 * The stacks that the difference between a commit and the work tree may touch. A stack's file touches its stack. Code
 * touches all where the program may load it, before or after. Other code, pages and pictures touch none, unless the program
 * takes files by their path; nor does what tools keep in folders with a dot. Any other file touches all, for a program may read
 * it. So no stack is missed, and some may turn out unchanged.
 */
export async function touchedStacks(project: Project, base: Base): Promise<StackChoice> {
  const { revision } = base;
  if (revision === undefined) {
    throw new PreviewError("--changed needs a git revision for --against: a plan file says nothing of files");
  }
  const files = await changedFiles(project, revision);
  const known = stackNames(project);
  const all = [...new Set([...known, ...base.stacks])].sort();
  const touching = touchOf(project, base, revision);
  const causes = new Map<string, string>();
  for (const file of files) {
    for (const stack of touching(file, all)) if (!causes.has(stack)) causes.set(stack, file);
  }
  const touched = all.filter((stack) => causes.has(stack));
  return {
    present: touched.filter((stack) => known.includes(stack)),
    gone: touched.filter((stack) => !known.includes(stack)),
    words: words(touched, causes, base.name),
  };
}

function words(touched: readonly string[], causes: ReadonlyMap<string, string>, base: string): string[] {
  if (touched.length === 0) return [`Nothing that differs from ${base} touches a stack.`];
  const [first] = touched;
  const cause = causes.get(first ?? "");
  const same = touched.every((stack) => causes.get(stack) === cause);
  if (same) return [`${touched.length} touched by ${cause}: ${touched.join(", ")}`];
  return touched.map((stack) => `${stack} touched by ${causes.get(stack)}`);
}

/** Files that differ, those that git does not know yet among them, from the repository's top. */
async function changedFiles({ rootDir }: Project, { commit, repository, name }: Revision): Promise<string[]> {
  const failed = `what differs from ${name} can't be listed`;
  const tracked = await gitOrFail(repository, ["diff", "--name-only", "--no-renames", "-z", commit, "--"], failed);
  const untracked = await gitOrFail(
    repository,
    ["ls-files", "--others", "--exclude-standard", "-z", "--", rootDir],
    failed,
  );
  return [...new Set([...tracked.split("\0"), ...untracked.split("\0")])].filter((file) => file !== "").sort();
}

type Touch = (file: string, all: readonly string[]) => readonly string[];

const pages = new Set([".md", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"]);
const papers = new Set(["LICENSE", "LICENCE", "NOTICE", "CODEOWNERS"]);

function touchOf(project: Project, base: Base, { repository }: Revision): Touch {
  const root = realpathSync(repository);
  const stackDir = relative(root, realpathSync(project.stackDir));
  const stackFile = new RegExp(`^${escaped(stackDir === "" ? "" : `${stackDir}${sep}`)}Pulumi\\.(.+)\\.ya?ml$`);
  const here = relative(root, realpathSync(project.rootDir));
  const packs = here === "" ? "policy/" : `${here}/policy/`;
  // Looked through once, and only where something has changed that only a program can touch a stack with.
  let sides: Side[] | undefined;
  const bothSides = (): Side[] => {
    sides ??= [sideOf(project.programDir, root), ...sideInBase(project, base, here)];
    return sides;
  };
  const isLoadable = (file: string) => bothSides().some(({ files }) => files.includes(file) || files.includes("*"));
  let taking: boolean | undefined;
  const isTaken = (): boolean => {
    taking ??= bothSides().some(({ files, top }) => takesFiles(files, top));
    return taking;
  };
  return (file, all) => {
    const [, stack] = stackFile.exec(file) ?? [];
    if (stack !== undefined) return all.filter((one) => one === stack);
    if (file.startsWith(packs)) return all;
    // Packages are what the lock file says, also where a link to them is no folder that git ignores.
    const parts = file.split("/");
    if (parts.includes("node_modules") || parts.some((part) => part.startsWith(".") && part !== ".npmrc")) return [];
    if (papers.has(basename(file))) return [];
    if (pages.has(extname(file).toLowerCase())) return isTaken() ? all : [];
    if (codeEndings.has(extname(file))) return isLoadable(file) || isTaken() ? all : [];
    return all;
  };
}

/** What a program may load, before or after, by its paths from the top of the repository. */
interface Side {
  top: string;
  files: readonly string[];
}

function sideOf(programDir: string, top: string): Side {
  return { top, files: loadableFiles(realpathSync(programDir), top) };
}

/** None where the program was not there. */
function sideInBase({ rootDir, programDir }: Project, { projectDir }: Base, here: string): Side[] {
  if (projectDir === undefined) return [];
  const program = join(projectDir, relative(realpathSync(rootDir), realpathSync(programDir)));
  return existsSync(program) ? [sideOf(program, here === "" ? projectDir : projectDir.slice(0, -here.length - 1))] : [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
