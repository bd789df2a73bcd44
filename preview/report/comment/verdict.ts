import { actionCounts } from "../../diff/change";
import {
  basesOf,
  blocking,
  differingOutputs,
  errors,
  isFirst,
  isQuiet,
  losses,
  type StackView,
  totals,
} from "../../facts/view";
import { actionWords, counted, grouped } from "../../facts/words";
import { usedExemptions } from "../../plan/judged";
import { code, prose } from "./escape";

type Mark = "⛔" | "⚠️" | "✏️" | "🆕" | "✅";
interface Fact {
  mark: Mark;
  words: string;
}

/** The heading: what a reviewer must know first, in one line; and what is true of all stacks in a line below. */
export function verdict(views: readonly StackView[]): string[] {
  const facts = factsOf(views);
  const [{ mark }] = facts;
  const words = facts.slice(0, 3).map((fact, i) => (i === 0 ? fact.words : decapitalized(fact.words)));
  return [`## ${mark} ${words.join("; ")}${against(views)}`, ...(views.length === 0 ? [] : ["", overall(views)])];
}

/** From the worst on. */
function factsOf(views: readonly StackView[]): [Fact, ...Fact[]] {
  const [worst, ...others] = [...lossFact(views), ...blockedFact(views), ...errorFact(views), ...changeFacts(views)];
  if (worst !== undefined) return [worst, ...others];
  return [{ mark: "✅", words: views.length === 0 ? "No stack is touched" : `No change in ${stacksWords(views)}` }];
}

function lossFact(views: readonly StackView[]): Fact[] {
  const all = views.flatMap(losses).map(({ change }) => change);
  if (all.length === 0) return [];
  const kept = [
    ["protected: Pulumi will refuse", all.filter((change) => change.protected).length] as const,
    ["left in the cloud", all.filter((change) => change.retained && !change.protected).length] as const,
  ];
  const aside = kept
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${count === all.length ? "" : `${grouped(count)} of them `}${words}`);
  const words = `${actionWords(actionCounts({ changes: all }))} of what holds data`;
  const title = all.every(({ action }) => action === "may replace") ? "Possible data loss" : "Data loss";
  return [{ mark: "⛔", words: `${title}: ${words}${aside.length === 0 ? "" : ` (${aside.join(", ")})`}` }];
}

function blockedFact(views: readonly StackView[]): Fact[] {
  const count = sum(views, blocking);
  return count > 0 ? [{ mark: "⛔", words: `Blocked by policy: ${counted(count, "mandatory violation")}` }] : [];
}

function errorFact(views: readonly StackView[]): Fact[] {
  const count = sum(views, (view) => errors(view).length);
  return count > 0 ? [{ mark: "⛔", words: `Incomplete: ${counted(count, "error")} in the preview` }] : [];
}

function changeFacts(views: readonly StackView[]): Fact[] {
  const first = views.filter(isFirst);
  const counts = totals(views.filter((view) => !isFirst(view)));
  const untold = sum(views, ({ notComparable }) => notComparable);
  const renamed = sum(views, (view) => view.renamed);
  const outputs = sum(views, differingOutputs);
  const changes = actionWords(counts);
  const all = views.some((view) => losses(view).length > 0) ? "In all " : "";
  const isRisky = counts.replace + counts["may replace"] + counts.delete > 0;
  return [
    ...(changes === "" ? [] : [{ mark: isRisky ? "⚠️" : "✏️", words: `${all}${changes}` } as const]),
    ...(first.length === 0
      ? []
      : [
          {
            mark: "🆕",
            words: `First preview${ofStacks(first, views)}: ${actionWords(totals(first)) || "no resource"}`,
          } as const,
        ]),
    ...(untold > 0
      ? [{ mark: "⚠️", words: `${counted(untold, "property", "properties")} can’t be compared` } as const]
      : []),
    ...(renamed > 0 ? [{ mark: "✏️", words: `${counted(renamed, "resource")} renamed` } as const] : []),
    ...(outputs > 0 ? [{ mark: "✏️", words: counted(outputs, "output differs", "outputs differ") } as const] : []),
  ];
}

function ofStacks(some: readonly StackView[], all: readonly StackView[]): string {
  return some.length === all.length ? "" : ` of ${stacksWords(some)}`;
}

/** How many stacks, how many resources stay, what the policies say. */
function overall(views: readonly StackView[]): string {
  const touched = views.filter((view) => !isQuiet(view)).length;
  const where =
    touched === 0 || touched === views.length ? stacksWords(views) : `${grouped(touched)} of ${stacksWords(views)}`;
  const { unchanged } = totals(views);
  const stay = unchanged > 0 ? `, ${counted(unchanged, "resource")} unchanged` : "";
  return `${where}${stay}. ${policyWords(views)}.`;
}

function policyWords(views: readonly StackView[]): string {
  const asked = views.filter(({ policy }) => policy.packs.length > 0);
  if (asked.length === 0) return "Policies: none were asked";
  const violations = sum(asked, ({ policy }) => policy.violations.length);
  const mandatory = sum(asked, blocking);
  const left =
    asked.length < views.length ? ` (${stacksWords(views.filter((view) => !asked.includes(view)))} not asked)` : "";
  const exempt = sum(asked, ({ stack, policy }) => usedExemptions({ stack, resources: [], policy }).length);
  const but = exempt > 0 ? `, ${counted(exempt, "finding is exempt", "findings are exempt")}` : "";
  if (violations === 0) return `Policies: all satisfied${but}${left}`;
  const words = [
    ...(mandatory > 0 ? [`${grouped(mandatory)} mandatory`] : []),
    ...(violations > mandatory ? [`${grouped(violations - mandatory)} advisory`] : []),
  ];
  return `Policies: ${words.join(", ")} ${violations === 1 ? "violation" : "violations"}${but}${left}`;
}

/** What it was compared with. */
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

function decapitalized(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
