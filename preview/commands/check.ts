import { createColors } from "picocolors";
import { judgeStack } from "../check/judge";
import { readAll } from "../check/read";
import { PreviewError } from "../engine/errors";
import { exitCodes } from "../exit-codes";
import type { Judged } from "../plan/judged";
import { isBlocking } from "../plan/plan";
import { judgedJson } from "../report/judged-json";
import { judgedMarkdown } from "../report/judged-markdown";
import { junitReport } from "../report/junit";
import { htmlReport } from "../report/policy-html";
import { sarifReport } from "../report/sarif";
import { judgedReport } from "../report/verdicts";
import { defaultPack, readPolicyConfig, useExemptions } from "./policy-options";
import { print, writeWhole } from "./write";

/** Options of the command line. */
export interface CheckOptions {
  format: string;
  out?: string;
  policyPack?: string[];
  policyPackConfig?: string;
  exemptions?: string;
  profile?: string;
}

/** Has the policies judge what files hold, without a program. Returns the exit code. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const config = readPolicyConfig(options.policyPackConfig);
  useExemptions(options.exemptions);
  const { stacks, manifests, skipped } = readAll(paths);
  for (const words of skipped) console.error(`isotopo: skipped: ${words}`);
  const all = [...stacks, ...(manifests.length > 0 ? [{ project: "manifests", resources: manifests }] : [])];
  const filled = all.filter(({ resources }) => resources.length > 0);
  if (filled.length === 0) {
    console.error(`isotopo: nothing to judge in ${paths.join(", ")}: no resources`);
    return exitCodes.clean;
  }
  const packs = options.policyPack ?? [defaultPack()];
  const judged: Judged[] = [];
  for (const stack of filled) judged.push(await judgeStack(stack, { packs, config, profile: options.profile }));
  const text = report(judged, options);
  if (options.out === undefined) await print(text);
  else writeWhole(options.out, text);
  return judged.some(({ policy }) => policy.violations.some(isBlocking)) ? exitCodes.violations : exitCodes.clean;
}

function report(judged: readonly Judged[], { format, out }: CheckOptions): string {
  switch (format) {
    case "json":
      return judgedJson(judged);
    case "markdown":
      return judgedMarkdown(judged);
    case "sarif":
      return sarifReport(judged);
    case "junit":
      return junitReport(judged);
    case "html":
      return htmlReport(judged);
    case "text":
      return judgedReport(judged, createColors(out === undefined && process.stdout.isTTY === true));
    default:
      throw new PreviewError(`format "${format}" is not known`);
  }
}
