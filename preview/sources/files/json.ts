import type { Wire } from "../../model/wire";
import type { TextPlace } from "../../project/yaml/read";

/** The values that a text begins with, one after the other, as Go's JSON decoder takes them; the rest is something else. */
export function leadingJson(text: string): { values: Wire[]; rest: string; restLine: number } {
  const values: Wire[] = [];
  let at = 0;
  for (;;) {
    const begin = at + (/^[\t\n\r ]*/.exec(text.slice(at))?.[0].length ?? 0);
    const end = text[begin] === "{" ? endOfObject(text, begin) : undefined;
    const value = end === undefined ? undefined : parsed(text.slice(begin, end));
    if (end === undefined || value === undefined) break;
    values.push(value);
    at = end;
  }
  const rest = text.slice(at).replace(/^[^\S\n]*\n?/, "");
  return { values, rest, restLine: text.slice(0, text.length - rest.length).split("\n").length };
}

function endOfObject(text: string, begin: number): number | undefined {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  tokens.lastIndex = begin;
  let depth = 0;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    if (token[0] === "{") depth++;
    if (token[0] === "}" && --depth === 0) return tokens.lastIndex;
  }
  return undefined;
}

function parsed(text: string): Wire | undefined {
  try {
    const value: Wire = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Where keys are that a text which is JSON has already. The later one counts, for `JSON.parse` as for kubectl. */
export function doubledKeys(text: string): TextPlace[] {
  const doubled: TextPlace[] = [];
  const open: Set<string>[] = [];
  let [line, begin, last, at] = [1, 0, "", 0];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}:\n]/g)) {
    if (token === "\n") {
      line++;
      begin = index + 1;
    } else if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (token !== ":") [last, at] = [token, index];
    else {
      const key = String(JSON.parse(last));
      if (open.at(-1)?.has(key)) doubled.push({ line, column: at - begin + 1 });
      open.at(-1)?.add(key);
    }
  }
  return doubled;
}

/** The position of a JSON error, as far as it is known; the parser's own message quotes the text, which may be a secret. */
export function jsonWords(error: unknown, text: string): { line?: number; words: string } {
  const message = error instanceof Error ? error.message : "";
  if (/end of JSON|Unterminated string/.test(message)) return { words: "it ends in the middle" };
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position === undefined) return { words: "it has a mistake" };
  return { line: text.slice(0, Number(position)).split("\n").length, words: "it goes wrong there" };
}
