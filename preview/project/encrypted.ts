import { record } from "./record";

/** The placeholder of an encrypted value at a path. */
function secretPlaceholder(path: string): string {
  return `encrypted-${path.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

/** A value with its encrypted parts replaced by placeholders, and these placeholders. */
export function withPlaceholders(raw: unknown, path: string): { value: unknown; placeholders: string[] } {
  if (Array.isArray(raw)) {
    const items = raw.map((item, i) => withPlaceholders(item, `${path}.${i}`));
    return { value: items.map(({ value }) => value), placeholders: items.flatMap(({ placeholders }) => placeholders) };
  }
  if (typeof raw !== "object" || raw === null) return { value: raw, placeholders: [] };
  const fields = record(raw);
  if (typeof fields.secure === "string" && Object.keys(fields).length === 1) {
    const placeholder = secretPlaceholder(path);
    return { value: placeholder, placeholders: [placeholder] };
  }
  const entries = Object.entries(fields).map(([key, item]) => [key, withPlaceholders(item, `${path}.${key}`)] as const);
  return {
    value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
    placeholders: entries.flatMap(([, { placeholders }]) => placeholders),
  };
}
