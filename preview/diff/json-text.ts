import type { Wire } from "../engine/wire";

/** How deep objects and lists may be in one another: what reads them calls itself once a level. */
export const mostLevels = 200;

/** What a text says as JSON; `no JSON` where it is none, `too deep` where its objects and lists are more than 200 deep. */
export function jsonIn(text: string): { value: Wire } | "no JSON" | "too deep" {
  if (isTooDeep(text)) return "too deep";
  try {
    const value: Wire = JSON.parse(text);
    return { value };
  } catch {
    // The parser's own words show a piece of the text.
    return "no JSON";
  }
}

/** What a text says where it is a JSON object or list; undefined for any other text. */
export function documentIn(text: string): Wire | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const found = jsonIn(text);
  return typeof found === "string" ? undefined : found.value;
}

/** One look at each character, before anything is made of it. */
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

/** Where a string ends: at the first quote with an even number of backslashes before it. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}
