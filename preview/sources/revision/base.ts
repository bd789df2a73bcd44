import { existsSync, realpathSync } from "node:fs";
import type { Reads } from "../../engine/preload-messages";
import { preview } from "../../engine/preview";
import type { PreviewOptions } from "../../engine/preview-options";
import { PreviewError } from "../../model/errors";
import type { Plan, Violation } from "../../model/plan";
import { findProject, type Project } from "../../project/project";
import { stackNames } from "../../project/stacks";
import { plansIn } from "../plan-file";
import { provideDependencies } from "./dependencies";
import { lackingWords } from "./linked-packages";
import { type BasePacks, basePacks } from "./packs";
import { Readings } from "./readings";
import { type Revision, revisionOf } from "./revision";
import { cacheFolder, Store } from "./store";
import { Worktree } from "./worktree";

/** The base of a comparison. */
export interface Base {
  /** In words: `main (1a2b3c4)`, `plan.json`. */
  name: string;
  /** Its stacks. */
  stacks: readonly string[];
  /** The commit, where it is one. */
  revision?: Revision;
  /** The plan of one of its stacks, or undefined where it has no such stack. Made once. Asks no policies. */
  planOf(stack: string): Promise<Plan | undefined>;
  /** Its policy packs, for those of the work tree; undefined where it is no commit with the project. */
  packsFor?(packs: readonly string[]): Promise<BasePacks>;
  /** Verdicts of packs on one of its stacks, which is previewed once more for them; empty if it has no such stack. */
  judge?(stack: string, terms: JudgeTerms): Promise<Violation[]>;
  /** Releases a plan that is not needed any more. */
  forget(stack: string): void;
  /** The files that the stacks' programs read, if the base is a commit that has the project. */
  readings?: Readings;
  close(): Promise<void>;
}

/** How a stack of the base is judged. */
export type JudgeTerms = Pick<PreviewOptions, "policyPacks" | "policyConfig" | "packPool" | "unknowns" | "preload">;

/** How programs of the base are run. */
export type BaseRun = Pick<PreviewOptions, "unknowns" | "preload">;

/**
 * Opens what `--against` names: a plan file, which ends in `.json`, or a git revision, whose programs are then
 * run like those of the head.
 */
export async function openBase(project: Project, against: string, how: BaseRun = {}): Promise<Base> {
  if (/\.json$/i.test(against)) return planFile(against);
  const revision = await revisionOf(project.rootDir, against);
  const tree = await Worktree.open(revision);
  try {
    return await commit(project, revision, tree, how);
  } catch (error) {
    await tree.close();
    throw error;
  }
}

function planFile(file: string): Base {
  const { plans, failed } = plansIn(file);
  return {
    name: file,
    stacks: [...plans.keys()],
    planOf: async (stack) => {
      // It is not known what it was; taken for new, it would be a comparison with nothing.
      if (failed.has(stack))
        throw new PreviewError(`${file} has no ${stack}: it could not be previewed when that was made`);
      return plans.get(stack);
    },
    forget: () => {},
    close: async () => {},
  };
}

async function commit(project: Project, revision: Revision, tree: Worktree, how: BaseRun): Promise<Base> {
  const { name, repository } = revision;
  const projectDir = tree.at(project.rootDir);
  // The project, or all of it, may be new.
  const before = existsSync(projectDir) ? projectIn(projectDir) : undefined;
  if (before === undefined) {
    return { name, revision, stacks: [], planOf: async () => undefined, forget: () => {}, close: () => tree.close() };
  }
  const tops = { here: realpathSync(repository), there: tree.root };
  const lacking = await provideDependencies([before.rootDir, before.programDir], tops, name);
  const stacks = stackNames(before);
  const store = new Store(cacheFolder());
  const readings = await Readings.of(
    revision,
    project,
    { project: before, top: tree.root },
    { unknowns: how.unknowns ?? false, store },
  );
  const previewed = async (stack: string, terms: Partial<PreviewOptions> = {}): Promise<Plan | undefined> => {
    // No stack needs a file where none has one.
    const isThere = stacks.includes(stack) || (stacks.length === 0 && stackNames(project).length === 0);
    if (!isThere) return undefined;
    const onReads = (reads: Reads) => readings.keepBase(stack, reads);
    try {
      return await preview({ projectDir, stack, filesMayMiss: true, ...how, onReads, ...terms });
    } catch (error) {
      readings.failBase(stack);
      if (!(error instanceof PreviewError)) throw error;
      const message = error.message.replaceAll(`${tree.root}/`, "").replaceAll(tree.root, ".");
      const why = lackingWords(message, lacking);
      throw new PreviewError(`the base ${name}: ${why === "" ? message : `${why}; ${message}`}`);
    }
  };
  const plans = new Map<string, Promise<Plan | undefined>>();
  let packs: Promise<BasePacks> | undefined;
  return {
    name,
    revision,
    stacks,
    readings,
    packsFor: (folders) => {
      packs ??= basePacks(folders, revision, tree);
      return packs;
    },
    judge: async (stack, terms) => (await previewed(stack, terms))?.policy.violations ?? [],
    planOf: (stack) => {
      const plan = plans.get(stack) ?? previewed(stack);
      plans.set(stack, plan);
      return plan;
    },
    forget: (stack) => void plans.delete(stack),
    close: async () => {
      await readings.close().finally(() => tree.close());
    },
  };
}

/** The project of that folder itself; one further up in the repository is another. */
function projectIn(folder: string): Project | undefined {
  return existsSync(`${folder}/Pulumi.yaml`) || existsSync(`${folder}/Pulumi.yml`) ? findProject(folder) : undefined;
}
