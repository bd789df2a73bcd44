import { basename, resolve } from "node:path";
import { elided } from "../formats/markdown/comment/elide";
import { PreviewError } from "../model/errors";
import type { StackFailure } from "../model/failure";
import type { Project } from "../project/project";
import { stackNames } from "../project/stacks";
import type { PreviewCommandOptions } from "./preview-options";

/** Longest reason, in characters: a tool may print any amount. */
const mostWords = 100_000;

/** A run whose project or base can't be opened. */
interface Unopened {
  patterns: readonly string[];
  options: PreviewCommandOptions;
  /** Undefined if the project can't be opened. */
  project?: Project;
}

/**
 * If the project or the base can't be opened, each stack of the run as a failure: otherwise an older report, and the comment
 * made of it, would describe another state. Undefined for anything but a user's mistake.
 */
export function notOpened(error: unknown, { patterns, options, project }: Unopened): StackFailure[] | undefined {
  if (!(error instanceof PreviewError)) return undefined;
  const named = patterns.filter((word) => !/[*?{]/.test(word));
  const known = project === undefined ? [] : stackNames(project);
  const stacks = named.length > 0 ? named : known.length > 0 ? known : ["all stacks"];
  const name = project?.name ?? basename(resolve(options.program ?? process.cwd()));
  const base = options.against === undefined ? {} : { base: options.against };
  return stacks.map((stack) => ({ project: name, stack, words: elided(error.message, mostWords), ...base }));
}
