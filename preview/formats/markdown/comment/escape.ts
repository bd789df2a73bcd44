import { visible } from "../../../model/visible";
import { elided } from "./elide";

export { visible } from "../../../model/visible";

/**
 * Text of others, safe to put into a comment. GitHub and GitLab make mentions, references and links from the rendered text,
 * so an escape like `&#64;` or `\@` does not stop them; they leave code alone. So anything that could be more than a plain
 * word is written as code.
 */

/**
 * A name or a value as inline code, also in a table cell. There, `|` ends a cell even in code, and a backslash before it
 * reads as an escape; so `|` is written as a character reference between two pieces of code.
 */
export function code(text: string, most = 120): string {
  const shown = visible(elided(text, most));
  const pieces = (shown.trim() === "" ? JSON.stringify(shown) : shown).split("|");
  return pieces.map((piece) => (piece === "" ? "" : span(piece))).join("&#124;");
}

function span(text: string): string {
  const ticks = "`".repeat(longestRun(text) + 1);
  // Markdown removes a space on both sides. `$` beside a backtick would start a formula.
  const pad = /^[`$]|[`$]$|^ .* $/s.test(text) ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** A word that is plain on every forge: no mark-up, no address, no name of a commit or an issue. */
const plainWord = /^["'(]*[\p{L}\p{N}]+(?:[-'’/][\p{L}\p{N}]+|(?<=\p{N})[.,]\p{N}+)*%?[)"'.,;:!?]*$|^[–—…→]$/u;
const reference =
  /^["'(]*www|(?<![\p{L}\p{N}])\p{L}+-\p{N}|(?<![\p{L}\p{N}])[0-9a-f]{7,40}(?![\p{L}\p{N}])|[^\s]{61}/iu;

/** A sentence: plain words unchanged, all others as code. It must not begin a line. */
export function prose(text: string, most = 400): string {
  const runs: { plain: boolean; words: string[] }[] = [];
  const shown = visible(elided(text.replace(/\s+/g, " ").trim(), most));
  for (const word of shown.match(wholeWords) ?? [shown]) {
    const plain = plainWord.test(word) && !reference.test(word);
    const last = runs.at(-1);
    // A list of names is not one piece of code.
    const before = last?.words.at(-1) ?? "";
    const apart = !plain && (/[,;]$/.test(before) || spanned.test(before) || spanned.test(word));
    if (last?.plain === plain && !apart) last.words.push(word);
    else runs.push({ plain, words: [word] });
  }
  return runs.map(({ plain, words }) => (plain ? words.join(" ") : codeWords(words.join(" ")))).join(" ");
}

/** Words; a part in backticks is one word, with the brackets and punctuation around it. */
const wholeWords = /[("']*`[^`]+`[)"'.,;:!?]*(?= |$)|[^ ]+/gu;
const spanned = /^([("']*)`([^`]+)`([)"'.,;:!?]*)$/u;

/** Words as code, followed by the punctuation. */
function codeWords(text: string): string {
  const [span, open = "", inner = "", close = ""] = spanned.exec(text) ?? [];
  if (span !== undefined) return `${open}${code(inner, inner.length)}${close}`;
  const [, core = text, end = ""] = /^(.*?[^.,;:!?])([.,;:!?]*)$/su.exec(text) ?? [];
  return `${code(core, core.length)}${end}`;
}

/** A name in our own HTML, where Markdown is not read: in a summary. */
export function htmlCode(text: string, most = 120): string {
  const escaped = visible(elided(text, most)).replace(/[&<>"'$@#:`*_~[\]()|\\]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return `<code>${escaped}</code>`;
}

/** A link, if the address is safe to follow; else the words alone. `words` is Markdown. */
export function link(words: string, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return words;
  return `[${words}](${url.href.replace(/[()<>[\]\\`|"'$]/g, percent)})`;
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Lines as a code block that none of them can close. */
export function fenced(language: string, lines: readonly string[]): string[] {
  const fence = "`".repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...lines, fence];
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
