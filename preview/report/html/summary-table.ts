import type { Action } from "../../diff/change";
import { blocking, losses, type StackView } from "../../facts/view";
import { escapedHtml as text } from "../html-text";

const columns: readonly Action[] = ["create", "update", "may replace", "replace", "delete", "unchanged"];

/** A row for each stack, which leads to it. */
export function summaryTable(views: readonly StackView[]): string {
  const rows = views.map((view, i) => {
    const cells = columns.map((column) => `<td class="number">${view.counts[column] || "–"}</td>`);
    const advice = view.policy.violations.length - blocking(view);
    const lost = losses(view).length;
    return `<tr><th scope="row"><a href="#stack-${i}">${text(view.label)}</a></th>${cells.join("")}<td class="number">${lost || "–"}</td><td>${blocking(view)} mandatory, ${advice} advisory</td></tr>`;
  });
  const heads = [...columns.map((column) => text(column)), "data lost"].map(
    (word) => `<th scope="col" class="number">${word}</th>`,
  );
  return `<div class="wide" role="region" aria-label="All stacks" tabindex="0"><table>
<thead><tr><th scope="col">stack</th>${heads.join("")}<th scope="col">policies</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>`;
}
