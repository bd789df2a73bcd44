import { blocking, losses, type StackView } from "../../facts/view";
import type { Action } from "../../model/actions";
import { elided } from "../markdown/comment/elide";
import { stackAnchor } from "../shared/anchors";
import { escapedHtml as text } from "./text";

const columns: readonly Action[] = ["create", "update", "may replace", "replace", "delete", "unchanged"];

/** On a telephone an empty cell is left out, and any other shows its column's head. */
function cell(column: string, count: number): string {
  return `<td class="number${count === 0 ? " zero" : ""}" data-label="${text(column)}">${count || "–"}</td>`;
}

/** A row for each stack, with a link to it. */
export function summaryTable(views: readonly StackView[]): string {
  const rows = views.map((view) => {
    const cells = columns.map((column) => cell(column, view.counts[column]));
    const advice = view.policy.violations.length - blocking(view);
    const lost = losses(view).length;
    return `<tr><th scope="row"><a href="#${stackAnchor(view.label)}">${text(elided(view.label, 120))}</a></th>${cells.join("")}${cell("data lost", lost)}<td data-label="policies">${blocking(view)} mandatory, ${advice} advisory</td></tr>`;
  });
  const heads = [...columns.map((column) => text(column)), "data lost"].map(
    (word) => `<th scope="col" class="number">${word}</th>`,
  );
  return `<div class="wide"><table class="stacks" id="stacks">
<caption>All stacks</caption><thead><tr><th scope="col">stack</th>${heads.join("")}<th scope="col">policies</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>`;
}
