import { isWireObject, unknown, type Wire, type WireObject } from "../../preview/model/wire";

/** Properties as the engine sends them: what is undefined is left out. */
export function wire(properties: object): WireObject {
  const plain: WireObject = JSON.parse(JSON.stringify(properties));
  return plain;
}

/** The same properties, each time with another value unknown, at every depth. */
export function withOneUnknown(properties: WireObject): WireObject[] {
  return variants(properties).filter(isWireObject);
}

function variants(value: Wire): Wire[] {
  if (Array.isArray(value)) {
    return [unknown, ...value.flatMap((item, i) => variants(item).map((variant) => value.with(i, variant)))];
  }
  if (!isWireObject(value)) return [unknown];
  const inside = Object.entries(value).flatMap(([key, member]) =>
    variants(member).map((variant) => ({ ...value, [key]: variant })),
  );
  return [unknown, ...inside];
}
