import type { DocumentedValue } from "../../../tools/values/value";

/** Whether a row speaks of the property at that path. */
export function isOf(row: DocumentedValue, type: string, path: readonly string[]): boolean {
  return row.type === type && leadsTo(row.property.split("."), path);
}

/** Whether a row allows that text. */
export function allows({ values }: DocumentedValue, text: string): boolean {
  return values instanceof RegExp ? values.test(text) : values.includes(text);
}

/** A key may have dots itself, as those of annotations do. */
function leadsTo(parts: readonly string[], path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return parts.length === 0;
  if (parts.length === 0) return false;
  if (parts[0] === "*" && leadsTo(parts.slice(1), rest)) return true;
  const own = key.split(".").length;
  return parts.slice(0, own).join(".") === key && leadsTo(parts.slice(own), rest);
}
