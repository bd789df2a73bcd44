import type { Judged } from "../../model/judged";
import { isBlocking, type Note, type Violation } from "../../model/plan";
import { judgedCount, unjudgedOver } from "../../model/unjudged";
import { nameOf } from "../../model/urn";
import { code, prose } from "./comment/escape";

/** A longer message keeps its start and end. */
const mostCharacters = 2000;

/** Verdicts for a pull request: their number, by stack, and each with its fix. Text of others has no mark-up. */
export function judgedMarkdown(judged: readonly Judged[]): string {
  const noun = judged.length === 1 ? "stack" : "stacks";
  return `${[
    `## Policies: ${judged.length} ${noun}, ${violationVerdict(judged)}`,
    "",
    ...stackTable(judged),
    ...judged.flatMap(violationSection),
    ...unjudgedSection(judged),
  ].join("\n")}\n`;
}

/** The first line: the number of violations in words. */
function violationVerdict(stacks: readonly Judged[]): string {
  const blocking = stacks.reduce((sum, { policy }) => sum + policy.violations.filter(isBlocking).length, 0);
  return blocking === 0
    ? "no mandatory violation"
    : `${blocking} mandatory ${blocking === 1 ? "violation" : "violations"}`;
}

/** A row for each stack. */
function stackTable(stacks: readonly Judged[]): string[] {
  return [
    "| stack | resources | judged | mandatory | advisory |",
    "|---|---:|---:|---:|---:|",
    ...stacks.map(({ stack, resources, policy }) => {
      const blocking = policy.violations.filter(isBlocking).length;
      const { all, judged } = judgedCount({ resources, policy });
      return `| ${code(stack)} | ${all} | ${judged} | ${blocking} | ${policy.violations.length - blocking} |`;
    }),
  ];
}

/** Resources that no rule covers: neither good nor bad. */
function unjudgedSection(judged: readonly Judged[]): string[] {
  const unjudged = unjudgedOver(judged);
  if (unjudged === undefined) return [];
  return [
    ...["", "### What no rule is about", "", "| type | resources |", "|---|---:|"],
    ...unjudged.types.map(({ type, resources }) => `| ${code(type)} | ${resources} |`),
    ...["", `Rules are about ${unjudged.providers.map((name) => code(name)).join(", ")}.`],
  ];
}

/** Violations and exemptions of a stack. */
function violationSection({ stack, policy }: Judged): string[] {
  const notes = policy.notes.filter((note) => note.policy === "exemptions");
  if (policy.violations.length === 0 && notes.length === 0) return [];
  return ["", `### Policies of ${code(stack)}`, "", ...policy.violations.map(violationLine), ...notes.map(noteLine)];
}

function violationLine({ policy, severity, enforcementLevel, urn, message }: Violation): string {
  return `- **${enforcementLevel}** ${code(policy)} (${severity}), ${code(nameOf(urn))}: ${prose(message, mostCharacters)}`;
}

function noteLine({ policy, urn, message }: Note): string {
  return `- *${policy}*, ${code(nameOf(urn))}: ${prose(message, mostCharacters)}`;
}
