import { actionCounts } from "../../../compare/counts";
import { componentsOf, kindOf } from "../../../facts/components";
import { basesOf, differingOutputs, isFirst, type SeenChange, type StackView, untold } from "../../../facts/view";
import { actionWords, counted } from "../../../facts/words";
import type { ResourceChange } from "../../../model/change";
import { stackAnchor } from "../../shared/anchors";
import { code, fenced, htmlCode, prose } from "./escape";
import type { Links } from "./links";
import { nameWords, seenBy } from "./names";
import type { Section } from "./section";
import { propertyLines } from "./value";

/** Most properties of one resource in a comment: more tell a reviewer nothing new. */
const mostProperties = 30;

/** For each stack that changes: its changes by component, folded. */
export function detailSections(views: readonly StackView[], links: Links): Section[] {
  const several = basesOf(views).length > 1;
  return views.flatMap((view) => {
    const items = [...componentItems(view), ...outputItems(view)];
    if (items.length === 0) return [];
    return [
      {
        importance: "details" as const,
        head: [`<details><summary>${summary(view, several)}</summary>`, ...pageLine(view, links)],
        items,
        foot: ["", "</details>"],
        unit: ["change in detail", "changes in detail"] as const,
        more: (words: string) => ["", words],
      },
    ];
  });
}

/** Link to the stack in the whole report. */
function pageLine({ label }: StackView, links: Links): string[] {
  const link = links.to(stackAnchor(label));
  return link === "" ? [] : ["", `In the full report:${link}`];
}

function summary(view: StackView, several: boolean): string {
  const { label, counts, entries, notComparable } = view;
  const [{ base }] = entries;
  const outputs = differingOutputs(view);
  const words = [
    ...[actionWords(counts)].filter((text) => text !== ""),
    ...(outputs > 0 ? [counted(outputs, "output differs", "outputs differ")] : []),
    ...(notComparable > 0 ? [`${counted(notComparable, "property", "properties")} not comparable`] : []),
  ];
  const against = base === undefined || !several ? "" : `, against ${htmlCode(base)}`;
  const engines = entries.length > 1 ? `, seen ${entries.map(({ engine }) => seenBy(engine)).join(" and ")}` : "";
  return `Changes of ${htmlCode(label, 80)}: ${words.join(", ") || "names"}${against}${engines}`;
}

/** An item for each changed resource, with the heading of its component before the first. */
function componentItems(view: StackView): string[][] {
  const components = componentsOf(view.changes.map(({ change }) => change));
  const groups = new Map<ResourceChange | undefined, SeenChange[]>();
  for (const seen of view.changes) {
    if (!isReported(seen.change)) continue;
    const component = components.get(seen.change.urn);
    const group = groups.get(component);
    if (group === undefined) groups.set(component, [seen]);
    else group.push(seen);
  }
  return [...groups].flatMap(([component, list]) =>
    list.map((seen, i) => [...(i === 0 ? ["", heading(component, list), ""] : []), ...resourceLines(seen, view)]),
  );
}

/** Outputs of the stack that differ. */
function outputItems({ outputs }: StackView): string[][] {
  if (outputs.length === 0) return [];
  return [
    ["", "**Outputs of the stack**, which others may read:", "", ...fenced("diff", outputs.flatMap(propertyLines))],
  ];
}

/** Whether the change has anything to report. */
function isReported(change: ResourceChange): boolean {
  return change.action !== "unchanged" || change.renamedFrom !== undefined || untold(change).length > 0;
}

function heading(component: ResourceChange | undefined, list: readonly SeenChange[]): string {
  const words = actionWords(actionCounts({ changes: list.map(({ change }) => change) })) || "nothing changed";
  const name =
    component === undefined ? "Outside of components" : `${code(kindOf(component), 80)} ${code(component.name)}`;
  return `**${name}**: ${words}`;
}

function resourceLines({ change, onlyBy }: SeenChange, view: StackView): string[] {
  const { action, renamedFrom, causes, source } = change;
  const words = [
    ...(renamedFrom === undefined ? [] : [`renamed, was ${code(renamedFrom, 200)}`]),
    ...causes.map((cause) => prose(cause)),
    ...(source === undefined ? [] : [code(source.line === undefined ? source.file : `${source.file}:${source.line}`)]),
    ...(onlyBy === undefined ? [] : [`seen ${seenBy(onlyBy)} only`]),
  ];
  const line = `- ${action} ${nameWords(change)}${words.length === 0 ? "" : `: ${words.join("; ")}`}`;
  const diff = diffLines(change, isFirst(view));
  return [line, ...(diff.length === 0 ? [] : fenced("diff", diff).map((text) => `  ${text}`))];
}

/** Properties that force a replacement come first. All inputs of a created or deleted resource would hide the rest. */
function diffLines({ action, properties }: ResourceChange, first: boolean): string[] {
  if (first || action === "delete") return [];
  const ordered = [
    ...properties.filter(({ forces }) => forces !== "nothing"),
    ...properties.filter(({ forces }) => forces === "nothing"),
  ];
  const most = action === "create" || action === "import" ? mostProperties / 3 : mostProperties;
  const left = ordered.length - most;
  return [
    ...ordered.slice(0, most).flatMap(propertyLines),
    ...(left > 0 ? [`  … and ${counted(left, "more property", "more properties")}`] : []),
  ];
}
