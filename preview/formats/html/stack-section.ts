import { losses, type StackView } from "../../facts/view";
import { actionWords } from "../../facts/words";
import { stackAnchor } from "../shared/anchors";
import { picture } from "./picture";
import { policySection } from "./policy-section";
import { propertyTable } from "./properties";
import { escapedHtml as text } from "./text";
import { tree } from "./tree";

/** The section of a stack: losses first, then verdicts, changes, and a diagram. */
export async function stackSection(view: StackView): Promise<string> {
  const anchor = stackAnchor(view.label);
  const { label, counts, entries, diagnostics } = view;
  const outputs = entries.flatMap(({ outputs: differing = [] }) => differing);
  const costs = entries.flatMap(({ monthlyCost }) => (monthlyCost === undefined ? [] : [monthlyCost]));
  const [cost] = costs;
  const parts = [
    `<h2 id="${anchor}">${text(label)}</h2>`,
    `<p>${text(actionWords(counts) || "No change")}, ${counts.unchanged} unchanged.${cost === undefined ? "" : ` A month costs ${text(`${cost.after} ${cost.currency}`)}${cost.before === undefined ? "" : `, before ${text(`${cost.before} ${cost.currency}`)}`}.`}</p>`,
    warnings(view),
    policySection(view),
    `<h3>Resources</h3>`,
    tree(view),
    outputs.length === 0 ? "" : `<h3>Outputs</h3>${propertyTable(outputs)}`,
    diagnosticList(diagnostics),
    await picture(view),
  ];
  return `<section class="stack" aria-labelledby="${anchor}">
${parts.filter((part) => part !== "").join("\n")}
</section>`;
}

function warnings(view: StackView): string {
  const lost = losses(view);
  if (lost.length === 0) return "";
  const items = lost.map(({ change }) => {
    const { action, name, type, dataLoss = "", causes } = change;
    const guard = change.protected ? " Protected: Pulumi will refuse." : "";
    return `<li><strong>${text(action)}</strong> <code>${text(name)}</code> (${text(type)}) loses <strong>${text(dataLoss)}</strong>: ${text(causes.join("; "))}.${guard}</li>`;
  });
  return `<div class="loss"><h3>Data would be lost</h3><ul>${items.join("")}</ul></div>`;
}

function diagnosticList(diagnostics: StackView["diagnostics"]): string {
  if (diagnostics.length === 0) return "";
  const items = diagnostics.map(
    ({ severity, message }) => `<li><strong>${text(severity)}</strong> ${text(message)}</li>`,
  );
  return `<details class="notes"><summary>What the program said (${diagnostics.length})</summary><ul>${items.join("")}</ul></details>`;
}
