import { judgeStack } from "../check/judge";
import { readAll } from "../check/read";
import { exitCodes } from "../exit-codes";
import type { Judged } from "../plan/judged";
import { checkGates, closedGates, type GateName, gateWords } from "./fail-on";
import { defaultPack, readPolicyConfig, useExemptions } from "./policy-options";
import { makeReports, type ReportWord, reportPlaces } from "./report-options";

/** Options of the command line. */
export interface CheckOptions {
  /** Both hold the words of both. */
  format?: ReportWord[];
  out?: ReportWord[];
  failOn?: GateName[];
  /** Shows every finding in text. */
  verbose?: boolean;
  policyPack?: string[];
  policyPackConfig?: string;
  exemptions?: string;
  profile?: string;
}

/** Has the policies judge what files hold, without a program. Returns the exit code. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const { failOn, verbose } = options;
  checkGates(failOn, "check judges what is there; isotopo preview --from compares");
  const places = reportPlaces(options.format ?? options.out);
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
  await makeReports(places, { verbose }, (format, terms) => format.judged(judged, terms));
  const closed = judged.flatMap((stack) => closedGates({ stack: stack.stack, policy: stack.policy }, failOn));
  if (failOn !== undefined) for (const gate of closed) console.error(`isotopo: ${gateWords(gate)}`);
  return closed.length > 0 ? exitCodes.violations : exitCodes.clean;
}
