import { leaves } from "../model/leaves";
import type { PlanResource } from "../model/plan";
import { isWireObject, mapObject, type Wire, type WireObject } from "../model/wire";
import type { Match } from "./matching";

/** The shortest text that is taken for a value of the cloud: shorter ones are numbers and common words. */
export const shortestComputed = 6;

/** Changes the texts in the properties of a resource of the head. */
export type Translation = (properties: WireObject) => WireObject;

/**
 * A resource that an alias renames keeps what the cloud gave it: its id, its ARN, the name that Pulumi made. The engine
 * simulates these from the URN, so both sides have other texts for one value. The translation gives properties of the head
 * the texts of the base; without a renamed resource it changes nothing.
 */
export function keptValues(matches: readonly Match[]): Translation {
  const texts = new Map<string, string>();
  for (const { before, after } of matches) {
    if (before !== undefined && before.urn !== after.urn)
      for (const pair of simulated(before, after)) texts.set(...pair);
  }
  if (texts.size === 0) return (properties) => properties;
  // The longest first: an address may begin with a name.
  const words = [...texts].sort(([a], [b]) => b.length - a.length);
  const translated = (value: Wire): Wire => {
    if (typeof value === "string") return words.reduce((text, [now, old]) => text.replaceAll(now, old), value);
    if (Array.isArray(value)) return value.map(translated);
    return isWireObject(value) ? mapObject(value, translated) : value;
  };
  return (properties) => mapObject(properties, translated);
}

/** Texts that only the cloud knows, after and before: outputs that are no inputs, and the id. */
function simulated(before: PlanResource, after: PlanResource): [now: string, old: string][] {
  const given = new Set(leaves(after.inputs, "").map(([, value]) => value));
  const olds = new Map(leaves({ ...before.outputs, "": before.id ?? null }, ""));
  return leaves({ ...after.outputs, "": after.id ?? null }, "").flatMap(([path, now]): [string, string][] => {
    const old = olds.get(path);
    if (typeof now !== "string" || typeof old !== "string" || now === old) return [];
    return now.length < shortestComputed || given.has(now) ? [] : [[now, old]];
  });
}
