import type { Judged } from "../plan/judged";
import { stackTable, violationSection, violationVerdict } from "./markdown";

/** Verdicts for a pull request: how many, of which stack, and each with what mends it. */
export function judgedMarkdown(judged: readonly Judged[]): string {
  const noun = judged.length === 1 ? "stack" : "stacks";
  return `${[
    `## Policies: ${judged.length} ${noun}, ${violationVerdict(judged)}`,
    "",
    ...stackTable(judged),
    ...judged.flatMap(violationSection),
  ].join("\n")}\n`;
}
