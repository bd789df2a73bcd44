import type { PlanResource } from "../../../preview/model/plan";
import type { Wire } from "../../../preview/model/wire";

/** Shorter texts are no ids, and would be found everywhere. */
const shortest = 5;

/** What the resources of a plan are called by the others: the texts that each has among its outputs and was not given. */
export function referencesIn(resources: readonly PlanResource[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { inputs, outputs, id, custom } of resources) {
    if (!custom) continue;
    const given = new Set(textsIn(inputs));
    const made = [...textsIn(outputs)].filter((text) => !given.has(text));
    for (const text of id === undefined ? made : [...made, id]) if (text.length >= shortest) found.add(text);
  }
  return found;
}

/** Whether a text is, or holds, what another resource is called. */
export function refers(text: string, references: ReadonlySet<string>): boolean {
  if (references.has(text)) return true;
  for (const reference of references) if (text.includes(reference)) return true;
  return false;
}

function* textsIn(value: Wire): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) yield* textsIn(item);
}
