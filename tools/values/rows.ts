import type { DocumentedValue } from "./value";

/** Rows of one resource that one page documents: property to what it may hold. */
export function rowsOf(
  type: string,
  source: string,
  properties: Readonly<Record<string, DocumentedValue["values"]>>,
): DocumentedValue[] {
  return Object.entries(properties).map(([property, values]) => ({ type, property, values, source }));
}
