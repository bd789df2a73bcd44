import type { PolicyFacts } from "../../engine/policy-config";
import { code, prose } from "../markdown/comment/escape";
import type { RuleDescription } from "./explanation";

/** The rules of a pack as text, data or a table; in the data with the properties that each reads, if the pack describes them. */
export function rulesReport(
  policies: readonly PolicyFacts[],
  format: string,
  described: Readonly<Record<string, RuleDescription>> = {},
): string {
  if (format === "json") {
    const rules = policies.map(({ name, title, severity, level, fix, source, tags, ofStack, settings }) => {
      const { breaksBy } = described[name] ?? {};
      return { id: name, title, severity, level, fix, source, controls: tags, ofStack, settings, breaksBy };
    });
    return `${JSON.stringify({ rules }, null, 2)}\n`;
  }
  if (format === "markdown") {
    const rows = policies.map(
      ({ name, severity, title, tags }) =>
        `| ${code(name)} | ${severity} | ${prose(title)} | ${tags.map((tag) => code(tag)).join(", ")} |`,
    );
    return `${["| rule | severity | what holds | controls |", "|---|---|---|---|", ...rows].join("\n")}\n`;
  }
  const width = Math.max(...policies.map(({ name }) => name.length));
  const lines = policies.map(({ name, severity, title }) => `${name.padEnd(width)}  ${severity.padEnd(8)}  ${title}`);
  return `${[...lines, "", `${policies.length} rules; isotopo explain <rule> says more`].join("\n")}\n`;
}
