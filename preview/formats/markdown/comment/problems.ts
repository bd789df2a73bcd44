import { type Failed, groupsOf } from "../../../facts/failed";
import type { StackView } from "../../../facts/view";
import { counted } from "../../../facts/words";
import type { Diagnostic } from "../../../model/plan";
import { nameOf } from "../../../model/urn";
import { code, prose } from "./escape";
import type { Section } from "./section";

interface ReportedProblem {
  diagnostic: Diagnostic;
  labels: string[];
}

/** Failures of previews, errors of the program, and its warnings, folded; a text that several stacks share appears once. */
export function problemSections(
  views: readonly StackView[],
  failed: readonly Failed[] = [],
): { errors: Section[]; warnings: Section[] } {
  const named = views.length > 1;
  const of = (severity: Diagnostic["severity"]) => problemsIn(views, severity).map((one) => [line(one, named)]);
  const errors = [...groupsOf(failed).map(({ words, labels }) => [failedLine(words, labels)]), ...of("error")];
  const warnings = of("warning");
  return {
    errors:
      errors.length === 0
        ? []
        : [{ importance: "problems", head: ["### Errors", ""], items: errors, foot: [], unit: ["error", "errors"] }],
    warnings:
      warnings.length === 0
        ? []
        : [
            {
              importance: "notes",
              head: [`<details><summary>${counted(warnings.length, "warning")} of the program</summary>`, ""],
              items: warnings,
              foot: ["", "</details>"],
              unit: ["warning", "warnings"],
            },
          ],
  };
}

function problemsIn(views: readonly StackView[], severity: Diagnostic["severity"]): ReportedProblem[] {
  const all = new Map<string, ReportedProblem>();
  for (const { label, diagnostics } of views) {
    for (const diagnostic of diagnostics.filter((one) => one.severity === severity)) {
      const key = JSON.stringify([diagnostic.message, nameIn(diagnostic)]);
      const known = all.get(key);
      if (known === undefined) all.set(key, { diagnostic, labels: [label] });
      else known.labels.push(label);
    }
  }
  return [...all.values()];
}

/** Longest reason of a failed preview, in characters; a longer one keeps its start and end. */
const mostWords = 2000;

function failedLine(words: string, labels: readonly string[]): string {
  return `- **not previewed**: ${stackNames(labels)}: ${prose(words, mostWords)}`;
}

function stackNames(labels: readonly string[]): string {
  const others = labels.length > 3 ? ` and ${counted(labels.length - 3, "other stack")}` : "";
  const shown = labels.slice(0, 3).map((label) => code(label, 80));
  return `${shown.join(", ")}${others}`;
}

function line({ diagnostic, labels }: ReportedProblem, named: boolean): string {
  const name = nameIn(diagnostic);
  const words = [...(name === "" ? [] : [`of ${code(name)}`]), ...(named ? [`in ${stackNames(labels)}`] : [])];
  return `- **${diagnostic.severity}**${words.map((text) => ` ${text}`).join("")}: ${prose(diagnostic.message)}`;
}

function nameIn({ urn = "" }: Diagnostic): string {
  return nameOf(urn);
}
