/** More alternatives than these are not told apart, nor are longer expressions read. */
const most = 64;
const longest = 1_000;

/** Literal characters and a dot, without a quantifier. */
const plain = String.raw`(?:[\w:/@ -]|\\[^\w]|\.)(?![*+?{])`;

const firstChoice = new RegExp(String.raw`^(\^(?:${plain})*)\((?:\?:)?([^()\\[\]]*)\)(?![*+?{])(.*)$`, "s");
const beginning = new RegExp(String.raw`^\^((?:${plain})*)(.*)$`, "s");

/**
 * The beginnings that a regular expression fixes (RE2, as CEL's `matches` has it), as patterns of a star and a question mark:
 * `^repo:shop/(web|api)$` is `repo:shop/web` and `repo:shop/api`. Any text, where it fixes none.
 */
export function patternsOf(expression: string): string[] {
  if (expression.length > longest) return ["*"];
  const open = alternatives(expression);
  const found: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const ways = waysThrough(next);
    if (ways === undefined) found.push(patternOf(next));
    else open.push(...ways);
    if (open.length + found.length > most) return ["*"];
  }
  return found;
}

/** An expression for each way through its first group; undefined where there is no group of plain choices. */
function waysThrough(expression: string): string[] | undefined {
  const [, before = "", inner, after = ""] = firstChoice.exec(expression) ?? [];
  return inner?.split("|").map((choice) => before + choice + after);
}

function patternOf(expression: string): string {
  const [, fixed, rest] = beginning.exec(expression) ?? [];
  if (fixed === undefined) return "*";
  const text = fixed.replaceAll(/\\(.)|\./g, (_, character: string | undefined) => character ?? "?");
  return rest === "$" ? text : `${text}*`;
}

/** What is apart by a bar outside of groups and classes: `^a$|^b$` is two. */
function alternatives(expression: string): string[] {
  const found = [""];
  let depth = 0;
  for (const [part] of expression.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|./gs)) {
    if (part === "(") depth += 1;
    if (part === ")") depth -= 1;
    if (part === "|" && depth === 0) found.push("");
    else found.push((found.pop() ?? "") + part);
  }
  return found;
}
