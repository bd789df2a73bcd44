import type { Judged } from "../../model/judged";
import type { Reading } from "../../model/reading";
import { visibleJson } from "../../model/visible";

/** Verdicts as data: what was judged, each rule's verdicts, undetermined rules, exemptions, and how files were read. */
export function judgedJson(judged: readonly Judged[], reading?: Reading): string {
  const stacks = judged.map(({ stack, resources, policy }) => ({ stack, resources, policy }));
  return `${visibleJson(JSON.stringify({ stacks, reading }, null, 2))}\n`;
}
