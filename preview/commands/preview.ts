import { join } from "node:path";
import { hasChanges } from "../compare/counts";
import type { Previewed } from "../formats/shared/previewed";
import type { StackChange } from "../model/change";
import { PreviewError } from "../model/errors";
import { failureLines, incompleteWords, type StackFailure } from "../model/failure";
import type { Diagnostic } from "../model/plan";
import { findProject, type Project, projectFolder } from "../project/project";
import { topOf } from "../project/repository";
import type { Base } from "../sources/revision/base";
import { exitCodes } from "./exit-codes";
import { closedGates, gateWords } from "./fail-on";
import { checkGates, checkStacks } from "./gates-that-close";
import { notOpened } from "./not-opened";
import { packsOf, useExemptions } from "./policy-options";
import type { PreviewCommandOptions } from "./preview-options";
import { previewStacks } from "./preview-run";
import { printMessage } from "./print-message";
import { textOf } from "./read";
import { makeReports, type ReportPlace, reportPlaces } from "./report-options";
import { chosenStacks } from "./stack-choice";
import { standardOutput } from "./write";

/** Previews stacks and makes the reports. Returns the exit code. */
export async function previewCommand(patterns: readonly string[], options: PreviewCommandOptions): Promise<number> {
  checkTogether(options);
  const places = reportPlaces(options.format ?? options.out);
  if (options.from !== undefined) return fromFiles(patterns, options.from, options, places);
  const projectDir = options.program ?? process.cwd();
  const inFiles = places.filter(({ out }) => out !== standardOutput);
  const orReport = async <T>(project: Project | undefined, open: () => T | Promise<T>): Promise<T> => {
    try {
      return await open();
    } catch (error) {
      const failures = notOpened(error, { patterns, options, project });
      if (failures !== undefined) await report({ stacks: [], failures }, options, inFiles);
      throw error;
    }
  };
  const project = await orReport(undefined, () => findProject(projectDir));
  const packs = packsOf(project, options);
  checkPacks(packs, options);
  useExemptions(options.exemptions);
  const base = await orReport(project, () => baseOf(project, options));
  try {
    const choice = await chosenStacks(project, patterns, options, base);
    for (const line of choice.words) printMessage(line);
    const { compared, failures } = await previewStacks({ project, projectDir, choice, base, options });
    if (packs.length === 0 && options.policy && compared.length > 0) {
      printMessage(
        `isotopo: no policy is asked: ${join(project.rootDir, "policy")} is no pack; --policy-pack names one`,
      );
    }
    // No touched stack, or only failed ones, is also a result that programs want to read; people get it as text anyway.
    const wanted =
      compared.length > 0 ? places : places.filter(({ format, out }) => format !== "text" || out !== standardOutput);
    await report({ stacks: compared, failures }, options, wanted);
    if (failures.length > 0) throw failed(failures, choice.present.length + choice.gone.length);
    return exitCodeOf(compared, options);
  } finally {
    await base?.close();
  }
}

/** Makes reports from earlier previews. */
async function fromFiles(
  patterns: readonly string[],
  files: readonly string[],
  options: PreviewCommandOptions,
  places: readonly ReportPlace[],
): Promise<number> {
  if (patterns.length > 0 || options.all || options.changed || options.against !== undefined) {
    throw new PreviewError("either --from, or stacks to preview, not both");
  }
  // Loaded when it is asked for: it brings a schema library.
  const { readPreviews }: typeof import("../sources/document") = require("../sources/document");
  const { ownRules }: typeof import("./own-rules") = require("./own-rules");
  const own = ownRules();
  const read = files.map((file) => readPreviews(textOf(file), file === "-" ? "standard input" : file, own));
  const stacks = read.flatMap((one) => one.stacks);
  const failures = read.flatMap((one) => one.failures);
  checkStacks(
    options.failOn,
    stacks.map(({ change }) => change),
  );
  // Paths of files are relative to the folder of each preview, if the file has it and the user names no other.
  const top = topOf(process.cwd());
  const placed = stacks.map(
    ({ folder, ...stack }): Previewed =>
      folder === undefined || options.program !== undefined ? stack : { ...stack, base: join(top, folder) },
  );
  await report({ stacks: placed, failures, fromFile: true }, options, places);
  // Pulumi's command says what it planned until then also of a preview that failed.
  const broken = stacks.map(({ change }) => change).filter(({ diagnostics }) => diagnostics.some(isError));
  if (failures.length + broken.length > 0) throw new PreviewError(incompleteWords([...failures, ...broken]));
  return exitCodeOf(stacks, options);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** The reasons of failed previews; a single stack is not named. */
function failed(failures: readonly StackFailure[], stacks: number): PreviewError {
  const [only] = failures;
  return new PreviewError(stacks === 1 && only !== undefined ? only.words : failures.map(failureLines).join("\n"));
}

/** Previewed stacks, and failed ones. */
interface Results {
  stacks: readonly Previewed[];
  failures: readonly StackFailure[];
  /** Whether everything was read from files. */
  fromFile?: boolean;
}

function report(
  { stacks, failures, fromFile }: Results,
  options: PreviewCommandOptions,
  places: readonly ReportPlace[],
): Promise<void> {
  const { against, marker, verbose, program = process.cwd() } = options;
  const words = furtherWords(options);
  // A plan has the paths of its files in the project.
  const base = projectFolder(program) ?? process.cwd();
  return makeReports(places, { against, words, marker, verbose, base, failures, fromFile }, (format, terms) =>
    format.previewed(stacks, terms),
  );
}

/** What else of the command decides what it says: which program, and what judges it. */
function furtherWords({ program, policy, policyPack = [], unknowns }: PreviewCommandOptions): string[] {
  return [
    ...(program === undefined ? [] : ["--program", program]),
    ...(policy === false ? ["--no-policy"] : []),
    ...policyPack.flatMap((folder) => ["--policy-pack", folder]),
    ...(unknowns === true ? ["--unknowns"] : []),
  ];
}

/** Adds the verdicts of the base's policy pack, if the change is to the pack too: a rule that the change weakens still counts. */
function withBasePack(change: StackChange): StackChange {
  const { policy, baseVerdicts } = change;
  const violations = [...policy.violations, ...(baseVerdicts?.byBasePack ?? [])];
  return { ...change, policy: { ...policy, violations } };
}

/** Policies are a gate of every run. If the base's pack gave no answer, that gate can't be called open. */
function checkBasePacks(stacks: readonly Previewed[]): void {
  const failures = new Map<string, string[]>();
  for (const { change } of stacks) {
    const why = change.packChange?.failure;
    if (why !== undefined) failures.set(why, [...(failures.get(why) ?? []), change.stack]);
  }
  if (failures.size === 0) return;
  const lines = [...failures].map(
    ([why, names]) =>
      `the policy pack changes, and the base's could not be asked of ${[...new Set(names)].join(", ")}: ${why}`,
  );
  throw new PreviewError(lines.join("\n"));
}

/** Rejects combinations of options. */
function checkTogether({ against, changed, expectNoChanges }: PreviewCommandOptions): void {
  if (against !== undefined) return;
  const needing = [...(changed ? ["--changed"] : []), ...(expectNoChanges ? ["--expect-no-changes"] : [])];
  if (needing.length === 0) return;
  throw new PreviewError(`${needing.join(" and ")} needs --against, which says what to compare with`);
}

/** A gate that can never close is a user's mistake. */
function checkPacks(packs: readonly string[], { against, failOn, policy }: PreviewCommandOptions): void {
  checkGates(failOn, {
    compared: against !== undefined,
    judged: packs.length > 0,
    cures: {
      compare: "give --against, or --from a preview that was compared",
      judge: policy ? "give --policy-pack" : "leave out --no-policy",
    },
  });
}

async function baseOf(
  project: Project,
  { against, unknowns, preload }: PreviewCommandOptions,
): Promise<Base | undefined> {
  if (against === undefined) return undefined;
  // Loaded when it is asked for: it brings a schema library, which a plain preview does not need.
  const { openBase }: typeof import("../sources/revision/base") = require("../sources/revision/base");
  return openBase(project, against, { unknowns, preload });
}

/**
 * The exit code: a closed gate, or a change with `--expect-no-changes`, is a finding. Throws a `PreviewError` if the base's
 * policies could not be asked.
 */
function exitCodeOf(stacks: readonly Previewed[], { expectNoChanges, failOn }: PreviewCommandOptions): number {
  const closed = stacks.flatMap(({ change }) => closedGates(withBasePack(change), failOn));
  if (failOn !== undefined) for (const gate of closed) printMessage(`isotopo: ${gateWords(gate)}`);
  checkBasePacks(stacks);
  const changes = stacks.some(({ change }) => hasChanges(change));
  return closed.length > 0 || (expectNoChanges === true && changes) ? exitCodes.violations : exitCodes.clean;
}
