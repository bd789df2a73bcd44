import type { Judged } from "../plan/judged";

/** Verdicts as data: what was judged, what each rule says, what could not be judged, exemptions. */
export function judgedJson(judged: readonly Judged[]): string {
  const stacks = judged.map(({ stack, resources, policy }) => ({ stack, resources, policy }));
  return `${JSON.stringify({ stacks }, null, 2)}\n`;
}
