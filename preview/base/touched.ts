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
  let loadable: ReadonlySet<string> | undefined;
  // Asked once, and only where code has changed.
  const isLoadable = (file: string): boolean => {
    loadable ??= new Set([
      ...loadableFiles(realpathSync(project.programDir), root),
      ...loadableInBase(project, base, here),
    ]);
    return loadable.has(file) || loadable.has("*");
  };
  let taking: boolean | undefined;
  const isTaken = (): boolean => {
    taking ??= [project.programDir, programInBase(project, base)].some(
      (program, i) =>
        program !== undefined && takesFiles(realpathSync(program), i === 0 ? root : topOfBase(base, here)),
    );
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

/** What the program of the base may load, by its paths in the repository. */
function loadableInBase(project: Project, base: Base, here: string): string[] {
  const program = programInBase(project, base);
  return program === undefined ? [] : loadableFiles(program, topOfBase(base, here));
}

/** Folder of the program in the base; undefined where it was not there. */
function programInBase({ rootDir, programDir }: Project, { projectDir }: Base): string | undefined {
  if (projectDir === undefined) return undefined;
  const program = join(projectDir, relative(realpathSync(rootDir), realpathSync(programDir)));
  return existsSync(program) ? program : undefined;
}

function topOfBase({ projectDir = "" }: Base, here: string): string {
  return here === "" ? projectDir : projectDir.slice(0, -here.length - 1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
