import type { Wire } from "../engine/wire";

/** What a text says where it is a JSON object or list; undefined for any other text. */
export function documentIn(text: string): Wire | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: Wire = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
