import type { Wire } from "./wire";

/** Deepest nesting of objects and lists: readers of a value are recursive. */
export const mostLevels = 200;

/** A text parsed as JSON; `no JSON` if it is none, `too deep` if its objects and lists nest more than 200 deep. */
export function jsonIn(text: string): { value: Wire } | "no JSON" | "too deep" {
  if (isTooDeep(text)) return "too deep";
  try {
    const value: Wire = JSON.parse(text);
    return { value };
  } catch {
    // The parser's own message quotes a piece of the text.
    return "no JSON";
  }
}

/** A text parsed as a JSON object or list; undefined for any other text. */
export function documentIn(text: string): Wire | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const found = jsonIn(text);
  return typeof found === "string" ? undefined : found.value;
}

/** Reads each character once, before anything is parsed. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (character === '"') i = endOfString(text, i + 1);
    else if (character === "[" || character === "{") {
      depth += 1;
      if (depth > mostLevels) return true;
    } else if (character === "]" || character === "}") depth -= 1;
  }
  return false;
}

/** End of a string: the first quote with an even number of backslashes before it. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}
