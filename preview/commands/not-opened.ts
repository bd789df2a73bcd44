import { basename, resolve } from "node:path";
import { PreviewError } from "../engine/errors";
import type { StackFailure } from "../plan/failure";
import type { Project } from "../project/project";
import { stackNames } from "../project/stacks";
import { elided } from "../report/comment/elide";
import type { PreviewCommandOptions } from "./preview-options";

/** Most characters of why: a tool that was run may print as much as it likes. */
const mostWords = 100_000;

/** What a run is about whose project or base can't be opened. */
interface Unopened {
  asked: readonly string[];
  options: PreviewCommandOptions;
  /** Undefined where it is the project that can't be opened. */
  project?: Project;
}

/**
 * The stacks that a run was to preview, each as one that could not be, where the project or the base can't be opened: a report of an older run, and
 * a comment made of it, would tell of another state. Undefined for what is no mistake of the run's user.
 */
export function notOpened(error: unknown, { asked, options, project }: Unopened): StackFailure[] | undefined {
  if (!(error instanceof PreviewError)) return undefined;
  const named = asked.filter((word) => !/[*?{]/.test(word));
  const known = project === undefined ? [] : stackNames(project);
  const stacks = named.length > 0 ? named : known.length > 0 ? known : ["all stacks"];
  const name = project?.name ?? basename(resolve(options.program ?? process.cwd()));
  const base = options.against === undefined ? {} : { base: options.against };
  return stacks.map((stack) => ({ project: name, stack, words: elided(error.message, mostWords), ...base }));
}
