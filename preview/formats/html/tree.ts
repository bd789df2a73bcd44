import type { SeenChange, StackView } from "../../facts/view";
import type { Action } from "../../model/actions";
import type { ResourceChange } from "../../model/change";
import { childrenByParent } from "../../model/children";
import { shortType } from "../shared/short-type";
import { propertyTable } from "./properties";
import { escapedHtml as text } from "./text";

/** The sign before a resource; a reader without colours has the sign and the word. */
const signs: Readonly<Record<Action, string>> = {
  create: "+",
  import: "=",
  update: "~",
  "may replace": "±?",
  replace: "±",
  delete: "−",
  unchanged: "·",
};

/** The resources as a tree, parents before children. */
export function tree({ changes }: StackView): string {
  const children = childrenByParent(changes, ({ change }) => change);
  const passed = new Set<string>();
  const below = (urn: string): string => {
    const items = (children.get(urn) ?? []).filter(({ change }) => !passed.has(change.urn));
    if (items.length === 0) return "";
    for (const { change } of items) passed.add(change.urn);
    return `<ul>${items.map((seen) => item(seen, below(seen.change.urn))).join("")}</ul>`;
  };
  // In a file, a resource may be its own ancestor; it would be nowhere in the tree.
  const rooted = below("");
  const lost = changes.filter(({ change }) => !passed.has(change.urn)).map((seen) => item(seen, ""));
  return `<div class="tree">${rooted}${lost.length === 0 ? "" : `<ul>${lost.join("")}</ul>`}</div>`;
}

function item(seen: SeenChange, inner: string): string {
  const { change } = seen;
  const { action, type, name, properties } = change;
  const words = [name, type, ...properties.map(({ path }) => path)].join(" ").toLowerCase();
  const label = `<span class="sign" aria-hidden="true">${signs[action]}</span> <span class="action">${text(action)}</span> <code>${text(shortType(type))}</code> <strong>${text(name)}</strong>${text(facts(seen))}`;
  const detail = details(change);
  const head =
    detail === ""
      ? `<div class="line">${label}</div>`
      : `<details${isOpen(change) ? " open" : ""}><summary>${label}</summary>${detail}</details>`;
  return `<li class="resource" data-action="${text(action)}" data-words="${text(words)}">${head}${inner}</li>`;
}

/** Changed properties are open: a reader looks for them. All inputs of a created or deleted resource would hide them. */
function isOpen({ action }: ResourceChange): boolean {
  return action === "update" || action === "replace" || action === "may replace";
}

function facts({ change, onlyBy }: SeenChange): string {
  const { renamedFrom, protected: isProtected, retained, action } = change;
  const gone = action === "delete" || action === "replace" || action === "may replace";
  const words = [
    ...(renamedFrom === undefined ? [] : ["renamed"]),
    ...(isProtected && gone ? ["protected: Pulumi will refuse"] : []),
    ...(retained && gone ? ["stays in the cloud"] : []),
    ...(onlyBy === undefined ? [] : [onlyBy === "offline" ? "seen offline only" : "seen by Pulumi only"]),
  ];
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}

function details({ causes, source, renamedFrom, properties }: ResourceChange): string {
  const lines = [
    ...causes.map((cause) => `<p>${text(cause)}</p>`),
    ...(renamedFrom === undefined ? [] : [`<p>Before: <code>${text(renamedFrom)}</code></p>`]),
    ...(properties.length === 0 ? [] : [propertyTable(properties)]),
    ...(source === undefined
      ? []
      : [`<p class="source">${text(`${source.file}${source.line === undefined ? "" : `:${source.line}`}`)}</p>`]),
  ];
  return lines.join("");
}
