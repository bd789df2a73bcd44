import type { Action } from "../model/actions";
import type { PropertyChange } from "../model/change";
import { sameSecret } from "../model/fingerprints";
import { isWithin, stepsOf } from "../model/paths";
import type { PlanResource } from "../model/plan";
import { unknownText } from "../model/wire";
import { isJsonDocument } from "./json-documents";
import type { Match } from "./matching";
import { type Difference, differences, secretReason } from "./properties";
import type { Translation } from "./renamed-values";
import { forcesReplacement, isLookedUp } from "./replace-forcing";

/** The change of one resource so far; other resources may still add to it. */
export interface Assessment {
  action: Action;
  properties: PropertyChange[];
  causes: string[];
  /** Number of its secrets that were not compared, as the base is a file that shows none of them. */
  secretsNotCompared: number;
}

/**
 * The change of a resource that is in the base, without regard to other resources. A resource whose inputs can't be compared
 * entirely is `unchanged`; its `properties` list the unknown ones. A value that is unknown on both sides is the same if it
 * is made of the same resources (`renamed`: their URNs before and after): a change of theirs is reported with them. `kept`
 * gives values of renamed resources their texts in the base.
 */
export function assessed(
  { before, after }: Required<Match>,
  renamed: ReadonlyMap<string, string>,
  kept: Translation,
): Assessment {
  const found = differences(before.inputs, kept(after.inputs), {
    secret: (old, now, shown) => sameSecret([before, old], [after, now], shown),
    unknown: (old, now) => haveOneCause(causesOf(before, old, renamed), causesOf(after, now)),
    document: (path) => isJsonDocument(after.type, path),
  });
  const reported = found.filter((difference) => !isIgnored(difference, after.ignoreChanges));
  const properties = reported.filter((one) => !isHidden(one)).map((difference) => propertyChange(difference, after));
  return { properties, secretsNotCompared: reported.filter(isHidden).length, ...outcome(after, properties) };
}

/** Two secrets whose values are hidden on both sides. */
export function isHidden({ kind, reason }: Difference): boolean {
  return kind === "not comparable" && reason === secretReason;
}

/** The resources that a property is made of: they cause its unknown parts. */
function causesOf(
  { propertyDependencies }: PlanResource,
  path: string,
  renamed?: ReadonlyMap<string, string>,
): string[] {
  const [property = ""] = stepsOf(path);
  const urns = Object.hasOwn(propertyDependencies, property) ? (propertyDependencies[property] ?? []) : [];
  return [...new Set(urns.map((urn) => renamed?.get(urn) ?? urn))].sort();
}

function haveOneCause(before: readonly string[], after: readonly string[]): boolean {
  return before.length > 0 && before.length === after.length && before.every((urn, i) => urn === after[i]);
}

/** A difference with its effect on the resource. */
export function propertyChange(difference: Difference, resource: PlanResource): PropertyChange {
  const { path, kind, reason } = difference;
  const forces = forceOf(difference, resource);
  const steps = stepsOf(path);
  const isShown = !(resource.hideDiff ?? []).some((one) => isWithin(steps, stepsOf(one)));
  return isShown
    ? { ...difference, forces }
    : { path, kind, forces, reason: reason ?? "its values are not shown (hideDiffs)" };
}

/** The action and causes that changed properties add up to. */
export function outcome(
  { type, custom }: PlanResource,
  properties: readonly PropertyChange[],
): Pick<Assessment, "action" | "causes"> {
  const counted = properties.filter(isChange);
  if (counted.length === 0) return { action: "unchanged", causes: [] };
  const forcing = counted.filter(({ forces }) => forces === "replace");
  if (forcing.length > 0) {
    return { action: "replace", causes: forcing.map(({ path, reason }) => forcedBy(path, reason)) };
  }
  const maybe = counted.filter(({ forces }) => forces === "may replace");
  if (custom && maybe.length > 0) {
    const causes = isLookedUp(type)
      ? maybe.map(({ path }) => `${path} forces a replacement for some values`)
      : [`it is unknown which properties of ${type} force a replacement`];
    return { action: "may replace", causes };
  }
  return { action: "update", causes: [] };
}

/** A value that is unknown on both sides may be the same. */
function isChange({ kind, before, after }: PropertyChange): boolean {
  return kind !== "not comparable" || JSON.stringify(before) !== JSON.stringify(after);
}

function forcedBy(path: string, reason: string | undefined): string {
  return `${path} forces a replacement${reason === undefined ? "" : `: ${reason}`}`;
}

function forceOf(
  { path }: Difference,
  { type, custom, replaceOnChanges = [] }: PlanResource,
): PropertyChange["forces"] {
  if (!custom) return "nothing";
  const steps = stepsOf(path);
  if (replaceOnChanges.some((path) => isWithin(steps, stepsOf(path)))) return "replace";
  return forcesReplacement(type, path);
}

function isIgnored({ path }: Difference, ignored: readonly string[]): boolean {
  return ignored.some((one) => isWithin(stepsOf(path), stepsOf(one)));
}

/** A property that will certainly change: it is made of a resource that is replaced. */
export function pending(path: string, reason: string, before: PropertyChange["before"]): Difference {
  return { path, kind: "not comparable", ...(before === unknownText ? {} : { before }), after: unknownText, reason };
}

const order: readonly Action[] = ["unchanged", "update", "may replace", "replace"];

/** Whether one action is graver than another. */
export function exceeds(action: Action, other: Action): boolean {
  return order.indexOf(action) > order.indexOf(other);
}
