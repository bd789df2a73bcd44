import { isOfUsedExemption, type Judged, usedExemptions } from "../../model/judged";
import { isBlocking, type Note, type PolicyRule, type Violation } from "../../model/plan";
import type { Reading } from "../../model/reading";
import { judgedCount, judgedWords, otherNotes, unjudgedIn } from "../../model/unjudged";
import { nameOf } from "../../model/urn";
import { readingHtml } from "../shared/reading";
import { policyScript, policyStyle } from "./policy-page-assets";
import { escapedHtml } from "./text";

/** The verdicts as one page without other files: a filter, a search, light and dark, printable. */
export function htmlReport(judged: readonly Judged[], reading?: Reading): string {
  const violations = judged.flatMap(({ policy }) => policy.violations);
  const blocking = violations.filter(isBlocking).length;
  const verdict = blocking === 0 ? "no mandatory violation" : counted(blocking, "mandatory violation");
  const title = `Policies: ${counted(judged.length, "stack")}, ${verdict}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${policyStyle}</style>
</head>
<body>
<main>
<h1>${escapedHtml(title)}</h1>
<form role="search" id="filters">
<label>Search <input type="search" id="search" autocomplete="off"></label>
<label>Level <select id="level"><option value="">all</option><option>mandatory</option><option>advisory</option></select></label>
<output id="count" aria-live="polite"></output>
</form>
${[...judged.map(section), ...(reading === undefined ? [] : [readingHtml(reading)])].join("\n")}
</main>
<script>${policyScript}</script>
</body>
</html>
`;
}

function section(judged: Judged): string {
  const { stack, resources, policy } = judged;
  const rules = new Map(policy.judged.map((rule) => [rule.name, rule]));
  const packs = policy.packs.map(({ name, version }) => `${name} ${version}`).join(", ") || "no pack";
  const exempt = usedExemptions(judged).map(
    ({ policy: rule, urn, words, message }) => `<tr>${cells([rule, nameOf(urn), message, words])}</tr>`,
  );
  const notes = otherNotes(policy.notes).filter((note) => !isOfUsedExemption(note));
  const unjudged = unjudgedIn(policy.notes)?.types ?? [];
  const { judged: count } = judgedCount(judged);
  return `<section>
<h2>${escapedHtml(stack)}</h2>
<p>${escapedHtml(`${judgedWords({ resources, policy })}, ${counted(policy.rules, "rule")} (${packs})`)}</p>
${policy.violations.length === 0 ? `<p>${count === 0 ? "Nothing was judged." : "All rules are satisfied."}</p>` : violationTable(policy.violations, rules)}
${exempt.length === 0 ? "" : table("Exemptions in force", ["rule", "resource", "found", "exemption"], exempt)}
${
  unjudged.length === 0
    ? ""
    : table(
        "What no rule is about",
        ["type", "resources"],
        unjudged.map((one) => `<tr>${cells([one.type, String(one.resources)])}</tr>`),
      )
}
${notes.length === 0 ? "" : table("Notes", ["about", "resource", "note"], notes.map(noteRow))}
</section>`;
}

function violationTable(violations: readonly Violation[], rules: ReadonlyMap<string, PolicyRule>): string {
  const rows = violations.map((violation) => {
    const { policy, severity, enforcementLevel, urn, message } = violation;
    const source = rules.get(policy)?.source ?? "";
    const rule = /^https:\/\//.test(source)
      ? `<a href="${escapedHtml(source)}" rel="noreferrer">${escapedHtml(policy)}</a>`
      : escapedHtml(policy);
    return `<tr class="violation" data-level="${escapedHtml(enforcementLevel)}"><td>${escapedHtml(enforcementLevel)}</td><td>${escapedHtml(severity)}</td><td>${rule}</td>${cells([nameOf(urn), message])}</tr>`;
  });
  return table("Violations", ["level", "severity", "rule", "resource", "what is wrong"], rows);
}

function noteRow({ policy, urn, message }: Note): string {
  return `<tr>${cells([policy, nameOf(urn), message])}</tr>`;
}

function table(caption: string, head: readonly string[], rows: readonly string[]): string {
  return `<table>
<caption>${escapedHtml(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${escapedHtml(cell)}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function cells(texts: readonly string[]): string {
  return texts.map((text) => `<td>${escapedHtml(text)}</td>`).join("");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
