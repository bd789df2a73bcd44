import { nameOf } from "../engine/urn";
import type { Judged } from "../plan/judged";
import { isBlocking, type Note, type Plan, type Violation } from "../plan/plan";

/** Reports for a pull request: verdict, table of stacks, violations, and the resources folded away. */
export function markdownReport(plans: readonly Plan[]): string {
  const verdict = violationVerdict(plans);
  return `${[
    `## Preview: ${plans.length} ${plans.length === 1 ? "stack" : "stacks"}, ${verdict}`,
    "",
    ...stackTable(plans),
    ...plans.flatMap(violationSection),
    ...plans.flatMap(resourceSection),
    "",
    "Previewed offline: the program and the policies ran, no cloud was asked.",
  ].join("\n")}\n`;
}

/** How bad it is, in words. */
export function violationVerdict(stacks: readonly Judged[]): string {
  const blocking = stacks.reduce((sum, { policy }) => sum + policy.violations.filter(isBlocking).length, 0);
  return blocking === 0
    ? "no mandatory violation"
    : `${blocking} mandatory ${blocking === 1 ? "violation" : "violations"}`;
}

/** A row for each stack. */
export function stackTable(plans: readonly Judged[]): string[] {
  return [
    "| stack | resources | mandatory | advisory |",
    "|---|---:|---:|---:|",
    ...plans.map(({ stack, resources, policy }) => {
      const blocking = policy.violations.filter(isBlocking).length;
      return `| ${escaped(stack)} | ${resources.length} | ${blocking} | ${policy.violations.length - blocking} |`;
    }),
  ];
}

/** What is wrong in a stack, and what is exempt. */
export function violationSection({ stack, policy }: Judged): string[] {
  const notes = policy.notes.filter((note) => note.policy === "exemptions");
  if (policy.violations.length === 0 && notes.length === 0) return [];
  return ["", `### Policies of ${escaped(stack)}`, "", ...policy.violations.map(violationLine), ...notes.map(noteLine)];
}

function violationLine({ policy, severity, enforcementLevel, urn, message }: Violation): string {
  return `- **${enforcementLevel}** ${escaped(policy)} (${severity}), ${escaped(nameOf(urn))}: ${escaped(message.replaceAll("\n", " "))}`;
}

function noteLine({ policy, urn, message }: Note): string {
  return `- *${escaped(policy)}*, ${escaped(nameOf(urn))}: ${escaped(message)}`;
}

function resourceSection({ stack, resources }: Plan): string[] {
  return [
    "",
    `<details><summary>Resources of ${escaped(stack)}</summary>`,
    "",
    "| operation | type | name |",
    "|---|---|---|",
    ...resources.map(({ op, type, name }) => `| ${op} | ${escaped(type)} | ${escaped(name)} |`),
    "",
    "</details>",
  ];
}

/** Text of others may hold no markup, no mention and no end of a table cell. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()#+!|~-]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/@/g, "&#64;")
    .replace(/:\/\//g, "&#58;//")
    .replace(/[\r\n]+/g, " ");
}
