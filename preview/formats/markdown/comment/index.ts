import { factsOf } from "../../../facts";
import { failedOf } from "../../../facts/failed";
import { type StackView, viewsOf } from "../../../facts/view";
import { counted } from "../../../facts/words";
import type { StackChange } from "../../../model/change";
import { detailSections } from "./details";
import { diagramSections } from "./diagram";
import { engineSections } from "./engines";
import { link, prose } from "./escape";
import { noteSections } from "./exemptions";
import { factSections } from "./facts";
import { fitted } from "./fit";
import { footer } from "./footer";
import { Links } from "./links";
import { dangerSections } from "./losses";
import { markerOf } from "./marker";
import type { CommentOptions } from "./options";
import { problemSections } from "./problems";
import type { Section } from "./section";
import { stackTable } from "./stack-table";
import { verdict } from "./verdict";
import { policySections } from "./violations";

export { markerOf } from "./marker";
export type { CommentOptions } from "./options";

/** Smallest limit that fits the required parts. */
const leastLimit = 4096;

/**
 * The comment on a pull request: a first line to decide on, a line for each fact, then, folded, policies, losses, stacks and
 * every change. A stack may come twice, once from each engine. The same input gives the same text. Text from a program is
 * code or plain words: no mention, link or mark-up gets through. Throws a `RangeError` for a limit below 4,096, or one that
 * the address of the full report alone would fill.
 */
export function commentReport(changes: readonly StackChange[], options: CommentOptions = {}): string {
  const { limit = 65_536, marker, at, fullReport, failures = [] } = options;
  if (!(limit >= leastLimit)) throw new RangeError(`limit is ${limit}; required: at least ${leastLimit} bytes`);
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const views = viewsOf(changes, failures);
  const failed = failedOf(failures, changes);
  const { headline, facts } = factsOf(views, failed);
  const links = new Links(fullReport);
  const policies = policySections(views);
  const problems = problemSections(views, failed);
  const sections = [
    ...factSections(facts, links),
    ...within(policyFold(views), [...policies.blocking, ...noteSections(views, today), ...policies.advice]),
    ...within("What is lost, deleted and replaced", dangerSections(views)),
    ...within("Stacks", stackTable(views, failed)),
    ...within("Errors", problems.errors),
    ...problems.warnings,
    ...within("Every change, by stack", [
      ...engineSections(views),
      ...detailSections(views, links),
      ...diagramSections(views),
    ]),
  ];
  const run = at === undefined ? [] : [`<!-- isotopo:at:${at} -->`];
  const top = [markerOf([...changes, ...failures], marker), ...run, ...verdict(headline, views, failed, options.head)];
  return fitted(sections, { top, bottom: footer(views, failed, options), fullReport: reportWords(fullReport) }, limit);
}

/** Sections in one fold: readers read the open part, and look things up in the folds. */
function within(fold: string, sections: readonly Section[]): Section[] {
  return sections.map((section) => ({ ...section, fold }));
}

function policyFold(views: readonly StackView[]): string {
  const found = views.reduce((sum, { policy }) => sum + policy.violations.length, 0);
  return found === 0 ? "What policies say" : `What policies say: ${counted(found, "violation")}`;
}

function reportWords(fullReport: string | undefined): string | undefined {
  if (fullReport === undefined) return undefined;
  return fullReport.startsWith("https://") ? link("the whole of it", fullReport) : prose(fullReport);
}
