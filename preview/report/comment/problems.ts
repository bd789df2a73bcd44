import { nameOf } from "../../engine/urn";
import type { Diagnostic } from "../../plan/plan";
import { code, prose } from "./escape";
import type { Section } from "./section";
import type { StackView } from "./view";

/** The errors and warnings of the program: errors first. */
export function problemSection(views: readonly StackView[]): Section[] {
  const all = views.flatMap(({ label, diagnostics }) => diagnostics.map((diagnostic) => ({ label, diagnostic })));
  const errors = all.filter(({ diagnostic }) => diagnostic.severity === "error");
  const warnings = all.filter(({ diagnostic }) => diagnostic.severity === "warning");
  if (errors.length + warnings.length === 0) return [];
  return [
    {
      importance: "problems",
      head: [errors.length > 0 ? "### Errors and warnings" : "### Warnings", ""],
      items: [...errors, ...warnings].map(({ label, diagnostic }) => [line(diagnostic, label, views.length > 1)]),
      foot: [],
      unit: ["error or warning", "errors and warnings"],
    },
  ];
}

function line({ severity, urn, message }: Diagnostic, label: string, named: boolean): string {
  const name = urn === undefined ? "" : nameOf(urn);
  const where = `${name === "" ? "" : ` of ${code(name)}`}${named ? ` in ${code(label, 80)}` : ""}`;
  return `- **${severity}**${where}: ${prose(message)}`;
}
