import { notePolicyNames } from "../../../policy/protocol/note";
import type { Judged } from "../../model/judged";
import { isBlocking, type Note } from "../../model/plan";
import { judgedCount, judgedWords, otherNotes, unjudgedOver, unjudgedSentence } from "../../model/unjudged";
import { nameOf } from "../../model/urn";
import { withoutCommands } from "../../model/visible";
import { legibleJudged } from "../shared/legible";
import type { Paint, Text } from "../shared/terminal";
import { wrapped } from "../shared/wrap";
import { type Finding, findingsByRule, foundWords, type RuleFindings, stacksOf } from "./findings";
import { type Column, tableLines } from "./table";

/** Verdicts on stacks, for a terminal: a table of the rules with findings, then each rule with its findings. */
export function verdictLines(judged: readonly Judged[], text: Text): string[] {
  const packs = new Set(
    judged.flatMap(({ policy }) =>
      policy.packs.map(({ name, version, rules }) => `${name} ${version} (${rules} rules)`),
    ),
  );
  if (packs.size === 0) return ["Policies: none were asked"];
  const groups = findingsByRule(judged);
  const heading = `Policies: ${[...packs].join(", ")}`;
  const notes = noteLines(judged, text);
  return [
    ...(groups.length === 0 ? [`${heading}: ${satisfied(judged, text)}`] : wrapped(heading, text.width)),
    ...profileLines(judged, text),
    ...(groups.length === 0 ? [] : ["", ...table(groups)]),
    ...groups.flatMap((group) => ["", ...ruleLines(group, judged.length > 1, text)]),
    ...(groups.length > 0 && notes.length > 0 ? [""] : []),
    ...notes,
    ...unjudgedLines(judged, text),
  ];
}

/** The environment that each stack was judged as, and why; stacks with the same answer in one line. */
function profileLines(judged: readonly Judged[], { width }: Text): string[] {
  const stacks = new Map<string, string[]>();
  for (const { stack, policy } of judged) {
    for (const message of new Set(
      policy.notes.flatMap((note) => (note.policy === notePolicyNames.profile ? [note.message] : [])),
    )) {
      stacks.set(message, [...(stacks.get(message) ?? []), stack]);
    }
  }
  return [...stacks].flatMap(([message, names]) =>
    wrapped(judged.length > 1 ? `${message} (${names.join(", ")})` : message, width, 2),
  );
}

/** Resources that no rule covers: neither good nor bad. */
function unjudgedLines(judged: readonly Judged[], { width }: Text): string[] {
  const unjudged = unjudgedOver(judged);
  return unjudged === undefined ? [] : ["", ...wrapped(unjudgedSentence(unjudged), width)];
}

/** The line for no findings; it differs if nothing was judged. */
function satisfied(judged: readonly Judged[], { paint }: Text): string {
  return judged.every((stack) => judgedCount(stack).judged === 0) ? "nothing was judged" : paint.green("all satisfied");
}

const columns: readonly Column[] = [
  { head: "rule" },
  { head: "severity" },
  { head: "level" },
  { head: "findings", right: true },
  { head: "stacks", right: true },
];

function table(groups: readonly RuleFindings[]): string[] {
  return tableLines(
    columns,
    groups.map((group) => [
      ...[group.name, group.severity, group.level],
      ...[String(group.findings.length), String(stacksOf(group))],
    ]),
  );
}

/** A rule with its fix, and its findings. */
function ruleLines(group: RuleFindings, several: boolean, { paint, width, limit }: Text): string[] {
  const { name, rule, severity, level, findings } = group;
  const [first] = findings;
  const head = first !== undefined && isBlocking(first.violation) ? paint.red(level) : paint.yellow(level);
  const more = findings.length - limit;
  return [
    `${paint.bold(name)} (${severity}, ${head})`,
    ...(rule === undefined || rule.title === "" ? [] : wrapped(rule.title, width, 2)),
    ...(rule === undefined || rule.fix === "" ? [] : wrapped(`Fix: ${rule.fix}`, width, 2)),
    ...findings.slice(0, limit).flatMap((finding) => wrapped(findingWords(finding, group, several), width, 4)),
    ...(more > 0 ? [`    … and ${more} more (--verbose shows all)`] : []),
  ];
}

function findingWords(finding: Finding, { rule }: RuleFindings, several: boolean): string {
  const { stack, violation, source } = finding;
  const place = source === undefined ? "" : ` (${source.file}${source.line === undefined ? "" : `:${source.line}`})`;
  return `${several ? `${stack}: ` : ""}${nameOf(violation.urn)}${place}: ${foundWords(finding, rule)}`;
}

/** Exemptions one by one; undetermined rules as a number, as a real preview has many of them. */
function noteLines(judged: readonly Judged[], { paint, width, limit }: Text): string[] {
  const notes = judged.flatMap(({ stack, policy }) => otherNotes(policy.notes).map((note) => ({ ...note, stack })));
  const undetermined = notes.filter(({ policy }) => policy === notePolicyNames.undetermined);
  const others = notes.filter(
    ({ policy }) => policy !== notePolicyNames.undetermined && policy !== notePolicyNames.profile,
  );
  const more = others.length - limit;
  const words = ({ stack, urn, message }: Note & { stack: string }) =>
    `${judged.length > 1 ? `${stack}: ` : ""}${nameOf(urn)}: ${message}`;
  return [
    ...others
      .slice(0, limit)
      .flatMap((note) => [`  ${paint.cyan("note")} ${note.policy}`, ...wrapped(words(note), width, 4)]),
    ...(more > 0 ? [`  … and ${counted(more, "more note")} (--verbose shows all)`] : []),
    ...(undetermined.length === 0
      ? []
      : [`  ${counted(undetermined.length, "resource")} not wholly judged before the update (--format json has them)`]),
  ];
}

/** The verdicts on files, for a terminal. */
export function judgedReport(judged: readonly Judged[], text: Text): string {
  return withoutCommands(shownText(judged.map(legibleJudged), text));
}

function shownText(judged: readonly Judged[], text: Text): string {
  const sums = judged.map(({ stack, resources, policy }) => {
    const words = judgedWords({ resources, policy });
    const advice = policy.violations.filter((violation) => !isBlocking(violation)).length;
    return `${text.paint.bold(stack)}: ${words}, ${verdictOf(policy.violations.length - advice, text.paint)}${advice > 0 ? `, ${advice} advisory` : ""}`;
  });
  return [...verdictLines(judged, text), "", ...sums].join("\n");
}

/** The number of mandatory violations, in words. */
export function verdictOf(blocking: number, paint: Paint): string {
  return blocking > 0 ? paint.red(counted(blocking, "mandatory violation")) : "no mandatory violation";
}

/** A number with its noun. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
