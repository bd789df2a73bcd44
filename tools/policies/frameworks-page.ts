import { type FrameworkFacts, frameworks } from "../../policy/core/frameworks";
import { code, page, table } from "../markdown";
import { ruleFiles } from "./rule-files";

/** `docs/frameworks.md`: which control is served by which rules. */
export function frameworksPage(): string {
  return page(
    "# Frameworks",
    [
      "Which controls the rules of the policy pack serve, from the rules' own metadata. A rule serves a control; it does not",
      "fulfil it: most controls also ask for what no program shows. Numbers were read in the sources named with each framework",
      "on 2026-11-24; the NSA and CISA guidance numbers nothing itself, its numbers are those of the source. Controls that no",
      "rule serves are not listed.",
    ].join("\n"),
    table(
      ["framework", "controls served", "controls read", "rules"],
      Object.entries(frameworks).map(([name, { numbers }]) => {
        const rows = rowsOf(name, numbers);
        const rules = new Set(rows.flatMap(([, ids]) => ids));
        return [name, String(rows.length), String(numbers.length), String(rules.size)];
      }),
    ),
    ...Object.entries(frameworks).map(([name, facts]) => section(name, facts)),
  );
}

function section(name: string, { sources, numbers }: FrameworkFacts): string {
  return [
    `## ${name}`,
    `Read in: ${sources.map((source) => `<${source}>`).join(", ")}`,
    table(
      ["control", "rules"],
      rowsOf(name, numbers).map(([number, ids]) => [number, ids.map(code).join(", ")]),
    ),
  ].join("\n\n");
}

/** The controls of a framework that rules serve, in its own order. */
function rowsOf(name: string, numbers: readonly string[]): [number: string, rules: string[]][] {
  const rules = ruleFiles().map(({ rule }) => rule);
  return numbers.flatMap((number): [string, string[]][] => {
    const serving = rules.filter(({ frameworks: mapped }) =>
      Object.entries(mapped).some(([framework, controls]) => framework === name && controls.includes(number)),
    );
    return serving.length === 0 ? [] : [[number, serving.map(({ id }) => id)]];
  });
}
