/**
 * A glob of a path as an expression: `*` is any text within a step of it, `?` one character, `**` any number of steps, `{a,b}`
 * one of several. A `/` at either end says nothing.
 */
export function globOf(pattern: string): RegExp {
  const trimmed = pattern.replace(/^(\.?\/)+|\/+$/g, "");
  return new RegExp(`^${alternatives(trimmed).map(expressionOf).join("|")}$`);
}

/** The patterns that a pattern with braces expands to, from the outer braces to the inner ones. */
function alternatives(pattern: string): string[] {
  const begin = pattern.indexOf("{");
  const end = begin < 0 ? -1 : closing(pattern, begin);
  if (end < 0) return [pattern];
  const [before, after] = [pattern.slice(0, begin), pattern.slice(end + 1)];
  return parts(pattern.slice(begin + 1, end)).flatMap((part) => alternatives(`${before}${part}${after}`));
}

function closing(pattern: string, begin: number): number {
  let depth = 0;
  for (let i = begin; i < pattern.length; i++) {
    if (pattern[i] === "{") depth++;
    if (pattern[i] === "}" && --depth === 0) return i;
  }
  return -1;
}

/** Splits at commas that are in no inner braces. */
function parts(text: string): string[] {
  const found = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth++;
    if (character === "}") depth--;
    if (character === "," && depth === 0) found.push("");
    else found[found.length - 1] += character;
  }
  return found;
}

function expressionOf(pattern: string): string {
  const words = pattern.replace(/\*\*\/|\*\*|[*?]|[\\^$.|+()[\]{}]/g, (part) => {
    switch (part) {
      case "**/":
        return "(?:[^/]+/)*";
      case "**":
        return ".*";
      case "*":
        return "[^/]*";
      case "?":
        return "[^/]";
      default:
        return `\\${part}`;
    }
  });
  return `(?:${words})`;
}
