import { nameOf } from "../engine/urn";
import { isBlocking, type Plan, type Violation } from "../plan/plan";

/** Reports for a pull request: verdict, table of stacks, violations, and the resources folded away. */
export function markdownReport(plans: readonly Plan[]): string {
  const blocking = plans.reduce((sum, { policy }) => sum + policy.violations.filter(isBlocking).length, 0);
  const verdict =
    blocking === 0 ? "no mandatory violation" : `${blocking} mandatory ${blocking === 1 ? "violation" : "violations"}`;
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

function stackTable(plans: readonly Plan[]): string[] {
  return [
    "| stack | resources | mandatory | advisory |",
    "|---|---:|---:|---:|",
    ...plans.map(({ stack, resources, policy }) => {
      const blocking = policy.violations.filter(isBlocking).length;
      return `| ${escaped(stack)} | ${resources.length} | ${blocking} | ${policy.violations.length - blocking} |`;
    }),
  ];
}

function violationSection({ stack, policy }: Plan): string[] {
  if (policy.violations.length === 0) return [];
  return ["", `### Policies of ${escaped(stack)}`, "", ...policy.violations.map(violationLine)];
}

function violationLine({ policy, severity, enforcementLevel, urn, message }: Violation): string {
  return `- **${enforcementLevel}** ${escaped(policy)} (${severity}), ${escaped(nameOf(urn))}: ${escaped(message.replaceAll("\n", " "))}`;
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
