import { availableParallelism } from "node:os";
import { comparePlans } from "../compare/compare";
import { PackPool } from "../engine/pack-pool";
import type { Reads } from "../engine/preload-messages";
import { preview } from "../engine/preview";
import type { Compared } from "../formats/json/changes";
import { elided } from "../formats/markdown/comment/elide";
import type { StackChange } from "../model/change";
import { PreviewError } from "../model/errors";
import type { StackFailure } from "../model/failure";
import type { Plan } from "../model/plan";
import type { Project } from "../project/project";
import type { Base } from "../sources/revision/base";
import type { StackChoice } from "../sources/revision/choice";
import { baseVerdicts } from "./base-verdicts";
import { costsOf } from "./costs";
import { packsOf, readPolicyConfig } from "./policy-options";
import { inPool } from "./pool";
import type { PreviewCommandOptions } from "./preview-options";
import { Progress } from "./progress";

/** The stacks of a preview, and the base. */
export interface PreviewTask {
  project: Project;
  projectDir: string;
  choice: StackChoice;
  base?: Base;
  options: PreviewCommandOptions;
}

/** Longest reason of a failed preview, in characters: a program may print any amount before it ends. */
const mostWords = 100_000;

/** Results of a run: each stack is in one of the two lists, sorted. */
export interface PreviewRun {
  compared: Compared[];
  failures: StackFailure[];
}

/** Previews each stack and, with a base, the stack in the base; as many at once as there are cores. */
export async function previewStacks(task: PreviewTask): Promise<PreviewRun> {
  const { choice, base, options } = task;
  const stacks = [...choice.present, ...choice.gone];
  const costs = costsOf(options.costs, stacks);
  const heads = new Map<string, Plan>();
  const olds = new Map<string, Plan | undefined>();
  const failures = new Map<string, StackFailure>();
  const progress = new Progress(stacks.length);
  const cores = availableParallelism();
  const packPool = new PackPool(2 * cores);
  const ofHead = headPreview(task, progress, packPool);
  const verdictsOf = verdictsOfBase(task, packPool);
  const changes = new Map<string, StackChange>();
  // As soon as both sides are ready: at the end, comparisons would use one core only.
  const compareIfWhole = async (stack: string): Promise<void> => {
    const head = heads.get(stack);
    if (head === undefined || (base !== undefined && !olds.has(stack))) return;
    const verdicts = choice.gone.includes(stack) ? {} : await verdictsOf(stack, head);
    changes.set(stack, { ...comparePlans(olds.get(stack), head, base?.name), ...verdicts });
  };
  const previewHead = async (stack: string) => {
    heads.set(stack, await ofHead(stack));
    await compareIfWhole(stack);
  };
  const previewBase = async (stack: string) => {
    olds.set(stack, await base?.planOf(stack));
    await compareIfWhole(stack);
  };
  const jobs = stacks.flatMap((stack) =>
    (base === undefined ? [previewHead] : [previewHead, previewBase]).map((work) => ({ stack, work })),
  );
  try {
    await inPool(jobs, cores, async ({ stack, work }) => {
      try {
        await work(stack);
      } catch (error) {
        if (!(error instanceof PreviewError)) throw error;
        const words = elided(error.message, mostWords);
        failures.set(stack, {
          project: task.project.name,
          stack,
          words,
          ...(base === undefined ? {} : { base: base.name }),
        });
      }
    });
  } finally {
    packPool.close();
    progress.clear();
  }
  const compared = stacks
    .filter((stack) => !failures.has(stack))
    .sort()
    .flatMap((stack): Compared[] => {
      const [plan, change] = [heads.get(stack), changes.get(stack)];
      if (plan === undefined || change === undefined) return [];
      const monthlyCost = costs.get(stack);
      return [{ plan, change: monthlyCost === undefined ? change : { ...change, monthlyCost } }];
    });
  return { compared, failures: [...failures.values()].sort((a, b) => (a.stack < b.stack ? -1 : 1)) };
}

function headPreview(task: PreviewTask, progress: Progress, packPool: PackPool): (stack: string) => Promise<Plan> {
  const { project, projectDir, choice, options, base } = task;
  const { unknowns, preload } = options;
  const policyPacks = packsOf(project, options);
  const policyConfig = readPolicyConfig(options.policyPackConfig);
  return async (stack) => {
    try {
      if (choice.gone.includes(stack)) return emptyPlan(project, stack, unknowns ?? false);
      const onProgress = (resources: number) => progress.show(stack, resources);
      const readings = base?.readings;
      const onReads = readings && ((reads: Reads) => readings.keepHead(stack, reads));
      const onQuiet = (seconds: number) =>
        console.error(`${stack}: its program still runs, and has registered nothing for ${seconds} s`);
      const listeners = { onProgress, onReads, onQuiet };
      return await preview({ projectDir, stack, unknowns, preload, policyPacks, policyConfig, packPool, ...listeners });
    } finally {
      progress.finished();
    }
  };
}

/** Verdicts on a stack in the base, if there is one. */
function verdictsOfBase(
  { project, projectDir, base, options }: PreviewTask,
  packPool: PackPool,
): (stack: string, head: Plan) => Promise<Partial<StackChange>> {
  if (base === undefined) return async () => ({});
  const { unknowns = false, preload } = options;
  const terms = { projectDir, base, packs: packsOf(project, options), packPool, unknowns, preload };
  const config = readPolicyConfig(options.policyPackConfig);
  return (stack, head) => baseVerdicts(stack, head, { ...terms, config });
}

/** The empty head of a stack that is gone. */
function emptyPlan({ name: project }: Project, stack: string, unknowns: boolean): Plan {
  const policy = { packs: [], rules: 0, violations: [], notes: [], judged: [] };
  return {
    project,
    stack,
    config: {},
    resources: [],
    stackOutputs: {},
    diagnostics: [],
    policy,
    unknowns,
    durationSeconds: 0,
  };
}
