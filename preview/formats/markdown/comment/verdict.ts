import type { Headline } from "../../../facts";
import { type Failed, failedCount } from "../../../facts/failed";
import { basesOf, blocking, isQuiet, type StackView, totals } from "../../../facts/view";
import { counted, grouped } from "../../../facts/words";
import { usedExemptions } from "../../../model/judged";
import { code, prose } from "./escape";
import { markdownOf } from "./phrase";

/** The heading: the most important fact in one line, and below it a line for all stacks. */
export function verdict(
  headline: Headline,
  views: readonly StackView[],
  failed: readonly Failed[] = [],
  head?: string,
): string[] {
  const heading = `## ${headline.mark} ${markdownOf(headline.words)}`;
  const commit = head === undefined ? "" : `commit ${code(head.slice(0, 7))}`;
  if (views.length > 0) return [heading, "", overall(views, failed, commit === "" ? "" : ` at ${commit}`)];
  return [heading, ...(commit === "" ? [] : ["", `Of ${commit}.`])];
}

/** The number or name of the stacks, the base, the number of unchanged resources, and the verdicts. */
function overall(views: readonly StackView[], failed: readonly Failed[], at: string): string {
  const touched = views.filter((view) => !isQuiet(view)).length;
  const [only, another] = views;
  const all = only !== undefined && another === undefined ? `Stack ${code(only.label, 80)}` : stacksWords(views);
  const where = touched === 0 || touched === views.length ? all : `${grouped(touched)} of ${all}`;
  const without = failed.length === 0 ? "" : `, without ${grouped(failedCount(failed))} that could not be previewed`;
  const { unchanged } = totals(views);
  const stay = unchanged > 0 ? `, ${counted(unchanged, "resource")} unchanged` : "";
  return `${where}${at}${without}${against(views)}${stay}. ${policyWords(views)}.`;
}

function policyWords(views: readonly StackView[]): string {
  const judged = views.filter(({ policy }) => policy.packs.length > 0);
  if (judged.length === 0) return "Policies: none were asked";
  const violations = sum(judged, ({ policy }) => policy.violations.length);
  const mandatory = sum(judged, blocking);
  const left =
    judged.length < views.length ? ` (${stacksWords(views.filter((view) => !judged.includes(view)))} not asked)` : "";
  const exempt = sum(judged, ({ stack, policy }) => usedExemptions({ stack, resources: [], policy }).length);
  const but = exempt > 0 ? `, ${counted(exempt, "finding is exempt", "findings are exempt")}` : "";
  if (violations === 0) return `Policies: all satisfied${but}${left}`;
  const words = [
    ...(mandatory > 0 ? [`${grouped(mandatory)} mandatory`] : []),
    ...(violations > mandatory ? [`${grouped(violations - mandatory)} advisory`] : []),
  ];
  return `Policies: ${words.join(", ")} ${violations === 1 ? "violation" : "violations"}${but}${left}`;
}

/** The base of the comparison. */
function against(views: readonly StackView[]): string {
  const bases = basesOf(views);
  const named = bases.slice(0, 2).map((base) => (prose(base) === base ? base : code(base)));
  const others = bases.length > 2 ? [counted(bases.length - 2, "other base")] : [];
  return bases.length === 0 ? "" : `, against ${[...named, ...others].join(" and ")}`;
}

function stacksWords(views: readonly StackView[]): string {
  return counted(views.length, "stack");
}

function sum(views: readonly StackView[], number: (view: StackView) => number): number {
  return views.reduce((total, view) => total + number(view), 0);
}
