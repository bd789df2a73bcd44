import { availableParallelism } from "node:os";
import { PreviewError } from "../model/errors";
import type { Project } from "../project/project";
import { noStacks, stackNames } from "../project/stacks";
import type { Base } from "../sources/revision/base";
import type { StackChoice } from "../sources/revision/choice";
import { packsOf } from "./policy-options";
import { inPool } from "./pool";
import type { PreviewCommandOptions } from "./preview-options";
import { printMessage } from "./print-message";
import { Progress } from "./progress";
import { namedStacks } from "./stack-names";

/** The stacks that the user named, all, or those that a change touches. Throws a `PreviewError` if there are none. */
export async function chosenStacks(
  project: Project,
  patterns: readonly string[],
  options: PreviewCommandOptions,
  base: Base | undefined,
): Promise<StackChoice> {
  const { all, changed, program } = options;
  const known = stackNames(project);
  const gone = (base?.stacks ?? []).filter((stack) => !known.includes(stack));
  if (all === true || changed === true) {
    const option = all === true ? "--all" : "--changed";
    if (all === true && changed === true) throw new PreviewError("either --all or --changed, not both");
    if (patterns.length > 0) throw new PreviewError(`either ${option} or names of stacks, not both`);
    if (known.length === 0 && gone.length === 0) {
      throw new PreviewError(`${option}: ${noStacks(project)}`);
    }
    if (changed !== true || base === undefined) return { present: known, gone, words: [] };
    const { touchedStacks }: typeof import("../sources/revision/touched") = require("../sources/revision/touched");
    const judging = [...packsOf(project, options), options.exemptions, options.policyPackConfig];
    return touchedStacks(project, base, {
      judging: judging.filter((path) => path !== undefined),
      previewBases: (stacks) => previewBases(base, stacks),
    });
  }
  if (patterns.length > 0) return namedStacks(patterns, known, gone);
  const [only] = known;
  if (program !== undefined && only !== undefined && known.length === 1)
    return { present: [only], gone: [], words: [] };
  throw new PreviewError(
    `which stack? ${known.length === 0 ? noStacks(project) : `There are: ${known.join(", ")}; a pattern in quotes ('*-prod') names several`}`,
  );
}

/** Finds out which files programs read, if no earlier run did. Failures are reported with their stack later. */
async function previewBases(base: Base, stacks: readonly string[]): Promise<void> {
  if (stacks.length === 0) return;
  const { whereKept }: typeof import("../sources/revision/store") = require("../sources/revision/store");
  const [what, who] = stacks.length === 1 ? ["1 stack reads", "it is"] : [`${stacks.length} stacks read`, "they are"];
  printMessage(`Nothing is known yet of what ${what} in ${base.name}: ${who} previewed there first; ${whereKept()}`);
  const progress = new Progress(stacks.length);
  await inPool(stacks, availableParallelism(), async (stack) => {
    try {
      await base.planOf(stack);
    } catch (error) {
      if (!(error instanceof PreviewError)) throw error;
    } finally {
      progress.finished();
      progress.show(stack);
    }
  });
  progress.clear();
}
