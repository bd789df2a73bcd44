import { counted } from "../../../facts/words";
import type { PropertyChange } from "../../../model/change";
import { readable, secretText, unknownText, type Wire } from "../../../model/wire";
import { commonStart, elided, elidedPair } from "./elide";
import { visible } from "./escape";

/** Longest value in a comment: more tells a reviewer nothing new. */
const mostOfValue = 160;
const mostLines = 12;

/** A value in one line, as JSON. */
function shownValue(value: Wire): string {
  return elided(whole(value), mostOfValue);
}

/** Two values in a line each, with the place of their first difference. */
export function shownPair(before: Wire, after: Wire): [before: string, after: string] {
  return elidedPair(whole(before), whole(after), mostOfValue);
}

/** The diff lines of one property. */
export function propertyLines(change: PropertyChange): string[] {
  const { kind, before, after, reason, forces } = change;
  const path = visible(elided(change.path, 120));
  const aside = { replace: " (forces a replacement)", "may replace": " (may force a replacement)", nothing: "" }[
    forces
  ];
  if (kind === "not comparable" || (before === undefined && after === undefined)) {
    return [`! ${path}: ${kind}${reason === undefined ? "" : `: ${visible(elided(reason, 200))}`}${aside}`];
  }
  if (isLongText(before, after)) return textLines(`${path}${aside}`, before, after);
  if (before === undefined) return [`+ ${path}: ${shownValue(after ?? null)}${aside}`];
  if (after === undefined) return [`- ${path}: ${shownValue(before)}${aside}`];
  const [old, now] = shownPair(before, after);
  return [`- ${path}: ${old}`, `+ ${path}: ${now}${aside}`];
}

/** Whether a text of several lines is added, removed or changed. */
function isLongText(...sides: (Wire | undefined)[]): boolean {
  const texts = sides.filter((side) => side !== undefined);
  return texts.every((side) => typeof side === "string") && texts.some((side) => /\n./.test(side));
}

/** Both texts in lines, without their common start and end. */
function textLines(head: string, before: Wire | undefined, after: Wire | undefined): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const start = commonStart(old, now);
  const end = Math.min(commonStart(old.toReversed(), now.toReversed()), Math.min(old.length, now.length) - start);
  const [gone, come] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const shown = (lines: readonly string[], others: readonly string[], sign: string) => [
    ...lines.slice(0, mostLines).map((line, i) => `${sign}   ${shownLine(line, others[i])}`),
    ...(lines.length > mostLines ? [`${sign}   … ${counted(lines.length - mostLines, "more line")}`] : []),
  ];
  return [
    `! ${head}: text`,
    ...(start > 0 ? [`    … ${counted(start, "same line")}`] : []),
    ...shown(gone, come, "-"),
    ...shown(come, gone, "+"),
    ...(end > 0 ? [`    … ${counted(end, "same line")}`] : []),
  ];
}

function linesOf(text: Wire | undefined): string[] {
  return typeof text === "string" ? text.split("\n").map(visible) : [];
}

function shownLine(line: string, other: string | undefined): string {
  if (line === "") return "(empty line)";
  return other === undefined ? elided(line, mostOfValue) : elidedPair(line, other, mostOfValue)[0];
}

function whole(value: Wire): string {
  const shown = readable(value);
  return shown === secretText || shown === unknownText ? shown : visible(JSON.stringify(shown));
}
