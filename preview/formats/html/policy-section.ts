import type { StackView } from "../../facts/view";
import { counted } from "../../facts/words";
import { isOfUsedExemption, usedExemptions } from "../../model/judged";
import { isBlocking, type Violation } from "../../model/plan";
import { otherNotes, unjudgedIn } from "../../model/unjudged";
import { nameOf } from "../../model/urn";
import { escapedHtml as text } from "./text";

/** The verdicts: violations, exemptions, undetermined rules. */
export function policySection({ policy, stack }: StackView): string {
  if (policy.packs.length === 0) return "<h3>Policies</h3><p>None were asked.</p>";
  const sources = new Map(policy.judged.map(({ name, source }) => [name, source]));
  const exempt = usedExemptions({ stack, resources: [], policy });
  const others = otherNotes(policy.notes).filter((note) => !isOfUsedExemption(note));
  const unjudged = unjudgedIn(policy.notes)?.types ?? [];
  const packs = policy.packs
    .map(({ name, version, rules }) => `${name} ${version}, ${counted(rules, "rule")}`)
    .join("; ");
  const violations = [...policy.violations].sort((a, b) => Number(isBlocking(b)) - Number(isBlocking(a)));
  return [
    "<h3>Policies</h3>",
    `<p>${text(packs)}: ${violations.length === 0 ? "all satisfied." : `${counted(violations.length, "violation")}.`}</p>`,
    violations.length === 0
      ? ""
      : `<ul class="violations">${violations.map((one) => violation(one, sources)).join("")}</ul>`,
    exempt.length === 0
      ? ""
      : `<h4>Exemptions in force</h4><ul>${exempt.map(({ policy: rule, urn, message, words }) => `<li><code>${text(rule)}</code>, <code>${text(nameOf(urn))}</code>: ${text(message)} <span class="why">${text(words)}</span></li>`).join("")}</ul>`,
    unjudged.length === 0
      ? ""
      : `<details class="notes"><summary>No rule is about ${counted(unjudged.length, "type")}</summary><ul>${unjudged.map((one) => `<li><code>${text(one.type)}</code> (${one.resources})</li>`).join("")}</ul></details>`,
    others.length === 0
      ? ""
      : `<details class="notes"><summary>Notes (${others.length})</summary><ul>${others.map(({ policy: about, urn, message }) => `<li><code>${text(about)}</code>, <code>${text(nameOf(urn))}</code>: ${text(message)}</li>`).join("")}</ul></details>`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function violation(
  { policy, severity, enforcementLevel, urn, message }: Violation,
  sources: ReadonlyMap<string, string>,
): string {
  const source = sources.get(policy) ?? "";
  const rule = /^https:\/\//.test(source)
    ? `<a href="${text(source)}" rel="noreferrer">${text(policy)}</a>`
    : `<code>${text(policy)}</code>`;
  return `<li data-level="${text(enforcementLevel)}"><strong>${text(enforcementLevel)}</strong> ${rule} (${text(severity)}), <code>${text(nameOf(urn))}</code>: ${text(message)}</li>`;
}
