import { unknownText } from "../engine/wire";
import { sameSecret } from "../plan/fingerprints";
import type { PlanResource } from "../plan/plan";
import type { Action, PropertyChange } from "./change";
import type { Match } from "./matching";
import { isWithin, stepsOf } from "./paths";
import { type Difference, differences } from "./properties";
import { forcesReplacement } from "./replace-forcing";

/** What is known of one resource, while others may still say more. */
export interface Assessment {
  action: Action;
  properties: PropertyChange[];
  causes: string[];
}

/**
 * What happens to a resource that is in the base, by itself. A component with other inputs is updated, as the engine has it;
 * one whose inputs can't be compared entirely is `unchanged` and says in `properties` what nobody knows.
 */
export function assessed({ before, after }: Required<Match>): Assessment {
  const found = differences(before.inputs, after.inputs, (old, now) => sameSecret([before, old], [after, now]));
  const properties = found
    .filter((difference) => !isIgnored(difference, after.ignoreChanges))
    .map((difference) => propertyChange(difference, after));
  return { properties, ...outcome(after, properties) };
}

/** A difference with what it does to the resource. */
export function propertyChange(difference: Difference, resource: PlanResource): PropertyChange {
  return { ...difference, forces: forceOf(difference, resource) };
}

/** What changed properties come to. */
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
  if (custom && counted.some(({ forces }) => forces === "may replace")) {
    return { action: "may replace", causes: [`nobody has looked up which properties of ${type} force a replacement`] };
  }
  return { action: "update", causes: [] };
}

/** What is unknown on both sides, or a secret that nobody can compare, may be the same. */
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
  // The engine's own comparison takes a shorter path for a match, too.
  if (replaceOnChanges.some((asked) => overlaps(steps, stepsOf(asked)))) return "replace";
  return forcesReplacement(type, path);
}

function isIgnored({ path }: Difference, ignored: readonly string[]): boolean {
  return ignored.some((one) => isWithin(stepsOf(path), stepsOf(one)));
}

function overlaps(a: ReturnType<typeof stepsOf>, b: ReturnType<typeof stepsOf>): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** A property that will be another one, whatever it was: it is made of something that is made anew. */
export function pending(path: string, reason: string, before: PropertyChange["before"]): Difference {
  return { path, kind: "not comparable", ...(before === unknownText ? {} : { before }), after: unknownText, reason };
}

const order: readonly Action[] = ["unchanged", "update", "may replace", "replace"];

/** Whether one action is more than another. */
export function exceeds(action: Action, other: Action): boolean {
  return order.indexOf(action) > order.indexOf(other);
}
