import type { Judged } from "../model/judged";
import { type Reading, remarkLine } from "../model/reading";
import { judgedCount } from "../model/unjudged";
import type { CheckedStack } from "../sources/files/document";
import { readAll } from "../sources/files/read";
import { exitCodes } from "./exit-codes";
import { closedGates, type GateName, gateWords } from "./fail-on";
import { checkGates } from "./gates-that-close";
import { judgeStack } from "./judge-files";
import { defaultPack, readPolicyConfig, useExemptions } from "./policy-options";
import { printMessage } from "./print-message";
import { makeReports, type ReportWord, reportPlaces } from "./report-options";

/** Options of the command line. */
export interface CheckOptions {
  /** `--format` and `--out` in their order; both options share the list. */
  format?: ReportWord[];
  out?: ReportWord[];
  failOn?: GateName[];
  /** Shows every finding in text. */
  verbose?: boolean;
  /** False: without the preloads that only save time and memory. */
  preload: boolean;
  policyPack?: string[];
  policyPackConfig?: string;
  exemptions?: string;
  profile?: string;
  /** Globs of files in folders that are left out. */
  exclude?: string[];
  /** Whether a run without anything to judge succeeds. */
  allowEmpty?: boolean;
}

/** Judges the resources in files, without a program. Returns the exit code. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const { failOn, verbose } = options;
  checkGates(failOn, {
    compared: false,
    judged: true,
    cures: { compare: "check judges what is there; isotopo preview --from compares", judge: "" },
  });
  const places = reportPlaces(options.format ?? options.out);
  const config = readPolicyConfig(options.policyPackConfig);
  useExemptions(options.exemptions);
  const { stacks, manifests, reading } = readAll(paths, options.exclude);
  reportReading(reading);
  const all = [...stacks, ...(manifests.length > 0 ? [{ project: "manifests", resources: manifests }] : [])];
  const filled = all.filter(({ resources }) => resources.length > 0);
  const packs = options.policyPack ?? [defaultPack()];
  const judged: Judged[] = [];
  for (const stack of filled)
    judged.push(await judgeStack(stack, { packs, config, profile: options.profile, preload: options.preload }));
  await makeReports(places, { verbose, reading, base: process.cwd() }, (format, terms) => format.judged(judged, terms));
  const closed = judged.flatMap((stack) => closedGates({ stack: stack.stack, policy: stack.policy }, failOn));
  if (failOn !== undefined) for (const gate of closed) printMessage(`isotopo: ${gateWords(gate)}`);
  if (reading.problems.length > 0) return exitCodes.mistake;
  if (judged.every((stack) => judgedCount(stack).judged === 0) && options.allowEmpty !== true) {
    printMessage(`isotopo: ${emptyWords(paths, all, reading)}`);
    return exitCodes.mistake;
  }
  return closed.length > 0 ? exitCodes.violations : exitCodes.clean;
}

/** Reports files that were not read, and other remarks on them. */
function reportReading({ problems, warnings, skipped, idle }: Reading): void {
  for (const remark of skipped) printMessage(`isotopo: skipped: ${remarkLine(remark)}`);
  for (const remark of warnings) printMessage(`isotopo: warning: ${remarkLine(remark)}`);
  for (const pattern of idle) printMessage(`isotopo: warning: --exclude ${pattern} left out no file`);
  for (const remark of problems) printMessage(`isotopo: ${remarkLine(remark)}`);
}

/** The message if there was nothing to judge: which files were read, and the option that allows it. */
function emptyWords(paths: readonly string[], all: readonly CheckedStack[], { files, excluded }: Reading): string {
  const stacks = all.filter(({ resources }) => resources.length === 0).length;
  const unjudged = all.reduce((sum, { resources }) => sum + resources.length, 0);
  const looked = [
    `${files} ${files === 1 ? "file" : "files"} read`,
    ...(excluded > 0 ? [`${excluded} left out by --exclude`] : []),
    ...(unjudged > 0 ? [`no rule is about any of ${unjudged} ${unjudged === 1 ? "resource" : "resources"}`] : []),
    ...(stacks > 0 ? [`${stacks} ${stacks === 1 ? "stack" : "stacks"} without resources`] : []),
  ];
  return `nothing to judge in ${paths.join(", ")}: ${looked.join(", ")}; --allow-empty says that this is well`;
}
