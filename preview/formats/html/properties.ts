import type { PropertyChange } from "../../model/change";
import type { Wire } from "../../model/wire";
import { elided } from "../markdown/comment/elide";
import { escapedHtml as text } from "./text";

/** Longest value, in characters; a longer one keeps its start and end. */
const mostCharacters = 600;

/** The properties that differ, a row each. */
export function propertyTable(properties: readonly PropertyChange[]): string {
  const rows = properties.map(({ path, kind, before, after, reason, forces }) => {
    const force =
      forces === "nothing"
        ? ""
        : ` <em>${forces === "replace" ? "forces a replacement" : "may force a replacement"}</em>`;
    const why = reason === undefined ? "" : ` <span class="why">${text(reason)}</span>`;
    return `<tr><th scope="row"><code>${text(elided(path, mostCharacters))}</code>${force}</th><td class="kind" data-label="how">${text(kind)}${why}</td><td data-label="before">${shown(before)}</td><td data-label="after">${shown(after)}</td></tr>`;
  });
  return `<div class="wide"><table class="properties"><thead><tr><th scope="col">property</th><th scope="col">how</th><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function shown(value: Wire | undefined): string {
  if (value === undefined) return '<span class="none">not set</span>';
  const multiline = typeof value === "string" && value.includes("\n");
  const words = multiline ? value : JSON.stringify(value);
  const tag = multiline ? "pre" : "code";
  return `<${tag}>${text(elided(words, mostCharacters))}</${tag}>`;
}
