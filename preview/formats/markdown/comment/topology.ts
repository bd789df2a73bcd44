import { actionCounts } from "../../../compare/counts";
import { componentsOf, kindOf } from "../../../facts/components";
import { bySeverity } from "../../../facts/words";
import type { Action } from "../../../model/actions";
import type { ResourceChange } from "../../../model/change";
import { rootStackType } from "../../../model/urn";
import { shortType } from "../../shared/short-type";

/** A part of a stack: a component with its resources, or a resource outside any component. */
export interface Part {
  urn: string;
  kind: string;
  name: string;
  counts: Readonly<Record<Action, number>>;
  /** The gravest action in it. */
  worst: Action;
  /** URNs of the parts that its resources are made of. */
  needs: ReadonlySet<string>;
}

/** The parts of a stack, in its order, without the stack itself, providers, and components that only hold components. */
export function partsOf(changes: readonly ResourceChange[]): Part[] {
  const components = componentsOf(changes);
  const partOf = (urn: string): string => components.get(urn)?.urn ?? urn;
  const groups = new Map<string, ResourceChange[]>();
  for (const change of changes) {
    if (change.type === rootStackType || change.type.startsWith("pulumi:providers:")) continue;
    const key = partOf(change.urn);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  const holders = [...groups].filter(([, group]) => group.every(({ custom }) => !custom));
  for (const [urn] of holders) groups.delete(urn);
  return [...groups].map(([urn, group]) => {
    const counts = actionCounts({ changes: group });
    const head = components.get(urn) ?? group[0];
    const needs = group.flatMap(({ dependencies }) => dependencies.map(partOf));
    return {
      urn,
      kind: head === undefined ? "" : head.custom ? shortType(head.type) : kindOf(head),
      name: head?.name ?? "",
      counts,
      worst: bySeverity.find((action) => counts[action] > 0) ?? "unchanged",
      needs: new Set(needs.filter((need) => need !== urn && groups.has(need))),
    };
  });
}
