import type { Base } from "../base/base";
import type { StackChoice } from "../base/choice";
import { PreviewError } from "../engine/errors";
import type { Project } from "../project/project";
import { stackNames } from "../project/stacks";
import type { PreviewCommandOptions } from "./preview-options";

/** The stacks that were named, all, or those that a change touches. Throws a `PreviewError` where there are none. */
export async function chosenStacks(
  project: Project,
  asked: readonly string[],
  { all, changed, program }: PreviewCommandOptions,
  base: Base | undefined,
): Promise<StackChoice> {
  const known = stackNames(project);
  const gone = (base?.stacks ?? []).filter((stack) => !known.includes(stack));
  if (all === true || changed === true) {
    const option = all === true ? "--all" : "--changed";
    if (all === true && changed === true) throw new PreviewError("either --all or --changed, not both");
    if (asked.length > 0) throw new PreviewError(`either ${option} or names of stacks, not both`);
    if (known.length === 0 && gone.length === 0) {
      throw new PreviewError(`${option}: ${project.stackDir} has no stack files`);
    }
    if (changed !== true || base === undefined) return { present: known, gone, words: [] };
    const { touchedStacks }: typeof import("../base/touched") = require("../base/touched");
    return touchedStacks(project, base);
  }
  if (asked.length > 0) return { present: [...new Set(asked)], gone: [], words: [] };
  const [only] = known;
  if (program !== undefined && only !== undefined && known.length === 1)
    return { present: [only], gone: [], words: [] };
  throw new PreviewError(
    `which stack? ${known.length === 0 ? `${project.stackDir} has no stack files` : `There are: ${known.join(", ")}`}`,
  );
}
