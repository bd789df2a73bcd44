import { existsSync, realpathSync } from "node:fs";
import { PreviewError } from "../engine/errors";
import { preview } from "../engine/preview";
import type { Plan } from "../plan/plan";
import { findProject, type Project } from "../project/project";
import { stackNames } from "../project/stacks";
import { provideDependencies } from "./dependencies";
import { plansIn } from "./plan-file";
import { type Revision, revisionOf } from "./revision";
import { Worktree } from "./worktree";

/** What stacks are compared with. */
export interface Base {
  /** In words: `main (1a2b3c4)`, `plan.json`. */
  name: string;
  /** Its stacks. */
  stacks: readonly string[];
  /** The commit, where it is one. */
  revision?: Revision;
  /** The plan of one of its stacks, or undefined where it has no such stack. Asks no policies. */
  planOf(stack: string, unknowns: boolean): Promise<Plan | undefined>;
  /** Its folder of the project, where it has one. */
  projectDir?: string;
  close(): Promise<void>;
}

/** Opens what `--against` names: a plan file, which ends in `.json`, or a git revision. */
export async function openBase(project: Project, against: string): Promise<Base> {
  if (/\.json$/i.test(against)) return planFile(against);
  const revision = await revisionOf(project.rootDir, against);
  const tree = await Worktree.open(revision);
  try {
    return await commit(project, revision, tree);
  } catch (error) {
    await tree.close();
    throw error;
  }
}

function planFile(file: string): Base {
  const plans = plansIn(file);
  return {
    name: file,
    stacks: [...plans.keys()],
    planOf: async (stack) => plans.get(stack),
    close: async () => {},
  };
}

async function commit(project: Project, revision: Revision, tree: Worktree): Promise<Base> {
  const { name, repository } = revision;
  const projectDir = tree.at(project.rootDir);
  const facts = { name, revision, close: () => tree.close() };
  // The project, or all of it, may be new.
  if (!existsSync(projectDir)) return { ...facts, stacks: [], planOf: async () => undefined };
  const before = projectIn(projectDir);
  if (before === undefined) return { ...facts, stacks: [], planOf: async () => undefined };
  await provideDependencies(realpathSync(project.rootDir), projectDir, realpathSync(repository), name);
  const stacks = stackNames(before);
  return {
    ...facts,
    stacks,
    projectDir,
    planOf: async (stack, unknowns) => {
      if (!stacks.includes(stack)) return undefined;
      try {
        return await preview({ projectDir, stack, unknowns });
      } catch (error) {
        if (!(error instanceof PreviewError)) throw error;
        throw new PreviewError(`the base ${name}: ${error.message.replaceAll(tree.root, "")}`);
      }
    },
  };
}

/** The project of that folder itself; one further up in the repository is another. */
function projectIn(folder: string): Project | undefined {
  return existsSync(`${folder}/Pulumi.yaml`) || existsSync(`${folder}/Pulumi.yml`) ? findProject(folder) : undefined;
}
