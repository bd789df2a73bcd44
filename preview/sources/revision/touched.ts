import { existsSync, realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
import { PreviewError } from "../../model/errors";
import type { Project } from "../../project/project";
import { stackNames } from "../../project/stacks";
import type { Base } from "./base";
import type { StackChoice } from "./choice";
import type { Readings } from "./readings";

/** How touched stacks are looked for. */
export interface TouchedOptions {
  /** Files and folders that verdicts come from: policy packs, their config, exemptions. */
  judging: readonly string[];
  /** Previews the base of these stacks, as many at once as it likes. Failures are reported with the stack itself. */
  previewBases(stacks: readonly string[]): Promise<void>;
}

/**
 * The stacks that the difference between a commit and the work tree touches: those whose programs loaded, read, looked for or
 * listed something that differs (`Reading`), and those that are new or gone. Where that is not known yet of a stack and can't be presumed,
 * its base is previewed first. What verdicts come from touches all, as far as policies go.
 */
export async function touchedStacks(project: Project, base: Base, options: TouchedOptions): Promise<StackChoice> {
  if (base.revision === undefined) {
    throw new PreviewError("--changed needs a git revision for --against: a plan file says nothing of files");
  }
  const known = stackNames(project);
  const causes = new Map<string, string>();
  for (const stack of known)
    if (!base.stacks.includes(stack)) causes.set(stack, `its file, which ${base.name} has not`);
  for (const stack of base.stacks) if (!known.includes(stack)) causes.set(stack, "its file, which is gone");
  const common = known.filter((stack) => base.stacks.includes(stack));
  if (base.readings?.mayTouch === true) {
    for (const [stack, cause] of await touchedOf(common, base, base.readings, options)) causes.set(stack, cause);
  }
  const touched = [...causes.keys()].sort();
  return {
    present: touched.filter((stack) => known.includes(stack)),
    gone: touched.filter((stack) => !known.includes(stack)),
    words: words(touched, causes, base.name),
  };
}

/** Of stacks that both sides have: those that are touched, with the cause. */
async function touchedOf(
  stacks: readonly string[],
  base: Base,
  readings: Readings,
  { judging, previewBases }: TouchedOptions,
): Promise<Map<string, string>> {
  const causes = new Map<string, string>();
  const verdicts = judgingCause(readings, judging);
  // Where all are previewed anyway, their bases need not be first.
  if (verdicts === undefined) await previewBases(stacks.filter((stack) => readings.causes(stack) === undefined));
  for (const stack of stacks) {
    const [first, ...others] = readings.causes(stack) ?? [
      verdicts ?? "the change as a whole, as the base can't be previewed",
    ];
    const cause = first ?? verdicts;
    if (cause === undefined) base.forget(stack);
    else causes.set(stack, others.length === 0 ? cause : `${cause}, and ${others.length} more`);
  }
  return causes;
}

/** A file that differs and that verdicts come from, in words. */
function judgingCause({ differing, top }: Readings, judging: readonly string[]): string | undefined {
  const paths = judging.map((path) =>
    relative(top, existsSync(path) ? realpathSync(path) : resolve(path)).replaceAll("\\", "/"),
  );
  const found = differing.find((file) =>
    paths.some((path) => file === path || path === "" || file.startsWith(`${path}/`)),
  );
  return found === undefined
    ? undefined
    : `${found}, by which the policies may say something else of the same resources`;
}

/** A line for each cause, with its stacks. */
function words(touched: readonly string[], causes: ReadonlyMap<string, string>, base: string): string[] {
  if (touched.length === 0) return [`Nothing that differs from ${base} touches a stack.`];
  const byCause = new Map<string, string[]>();
  for (const stack of touched) {
    const cause = causes.get(stack) ?? "";
    byCause.set(cause, [...(byCause.get(cause) ?? []), stack]);
  }
  return [...byCause].map(([cause, stacks]) => `${stacks.length} touched by ${cause}: ${stacks.join(", ")}`);
}
