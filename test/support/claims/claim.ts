import type { WireObject } from "../../../preview/model/wire";
import { valueAt } from "../value-at";

/** What resources of a type hold in their cloud that no second one may hold at the same time. */
export type Claims = (inputs: WireObject) => string[];

/** One thing that is known by these properties together; none where the first is left to the provider. */
export function claim(kind: string, ...properties: readonly [string, ...string[]]): Claims {
  return (inputs) => {
    const values = properties.map((property) => valueAt(inputs, property));
    return values[0] === undefined || values[0] === null ? [] : [`${kind} ${JSON.stringify(values)}`];
  };
}

/** The same, but for a certificate's proof: the cloud tells its name, and a preview has one and the same for all. */
export function claimRecord(...properties: readonly [string, ...string[]]): Claims {
  const record = claim("record", ...properties);
  return (inputs) => (String(valueAt(inputs, properties[0])).includes("_proof") ? [] : record(inputs));
}

/** One thing for each element of a list, within what these properties say. */
export function claimEach(kind: string, list: string, ...within: readonly string[]): Claims {
  return (inputs) => {
    const elements = valueAt(inputs, list);
    if (!Array.isArray(elements)) return [];
    return elements.map(
      (element) => `${kind} ${JSON.stringify([element, ...within.map((property) => valueAt(inputs, property))])}`,
    );
  };
}

/** All of these. */
export function both(...all: readonly Claims[]): Claims {
  return (inputs) => all.flatMap((claims) => claims(inputs));
}
