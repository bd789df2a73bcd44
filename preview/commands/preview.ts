import type { Base } from "../base/base";
import { PreviewError } from "../engine/errors";
import { exitCodes } from "../exit-codes";
import { isBlocking } from "../plan/plan";
import { findProject, type Project } from "../project/project";
import { useExemptions } from "./policy-options";
import type { PreviewCommandOptions } from "./preview-options";
import { changesReport, previewReport } from "./preview-report";
import { type PreviewRun, previewStacks } from "./preview-run";
import { textOf } from "./read";
import { chosenStacks } from "./stack-choice";
import { print, writeWhole } from "./write";

/** Previews stacks and prints the report. Returns the exit code. */
export async function previewCommand(asked: readonly string[], options: PreviewCommandOptions): Promise<number> {
  checkTogether(options);
  if (options.from !== undefined) return fromFiles(asked, options.from, options);
  const projectDir = options.program ?? process.cwd();
  const project = findProject(projectDir);
  useExemptions(options.exemptions);
  const base = await baseOf(project, options);
  try {
    const choice = await chosenStacks(project, asked, options, base);
    for (const line of choice.words) console.error(line);
    const run = await previewStacks({ project, projectDir, choice, base, options });
    // That nothing is touched is a report too, for whoever reads it by program.
    if (run.compared.length > 0 || (options.changed && options.format !== "text" && run.failures.length === 0)) {
      await publish(await previewReport(run.compared, options), options.out);
    }
    if (run.failures.length > 0) throw new PreviewError(run.failures.join("\n"));
    return exitCodeOf(run, options);
  } finally {
    await base?.close();
  }
}

/** Makes the report of previews that were made before. */
async function fromFiles(
  asked: readonly string[],
  files: readonly string[],
  options: PreviewCommandOptions,
): Promise<number> {
  if (asked.length > 0 || options.all || options.changed || options.against !== undefined) {
    throw new PreviewError("either --from, or stacks to preview, not both");
  }
  if (options.format !== "text" && options.format !== "markdown" && options.format !== "html") {
    throw new PreviewError(`--from makes text, markdown or html, not ${options.format}`);
  }
  // Loaded when it is asked for: it brings a schema library.
  const { readStackChanges }: typeof import("../diff/document") = require("../diff/document");
  const changes = files.flatMap((file) => readStackChanges(textOf(file), file === "-" ? "standard input" : file));
  await publish(await changesReport(changes, options), options.out);
  return changes.some(({ policy }) => policy.violations.some(isBlocking)) ? exitCodes.violations : exitCodes.clean;
}

function checkTogether({ against, changed, expectNoChanges }: PreviewCommandOptions): void {
  const needing = [...(changed ? ["--changed"] : []), ...(expectNoChanges ? ["--expect-no-changes"] : [])];
  if (against !== undefined || needing.length === 0) return;
  throw new PreviewError(`${needing.join(" and ")} needs --against, which says what to compare with`);
}

async function baseOf(project: Project, { against }: PreviewCommandOptions): Promise<Base | undefined> {
  if (against === undefined) return undefined;
  // Loaded when it is asked for: it brings a schema library, which a plain preview does not need.
  const { openBase }: typeof import("../base/base") = require("../base/base");
  return openBase(project, against);
}

/** A mandatory violation, or a change where none is expected, is what the run is to find. */
function exitCodeOf({ compared }: PreviewRun, { expectNoChanges }: PreviewCommandOptions): number {
  const violated = compared.some(({ plan }) => plan.policy.violations.some(isBlocking));
  const changes = compared.some(({ change }) => change.changes.some(({ action }) => action !== "unchanged"));
  return violated || (expectNoChanges === true && changes) ? exitCodes.violations : exitCodes.clean;
}

async function publish(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) await print(text);
  else writeWhole(out, text);
}
