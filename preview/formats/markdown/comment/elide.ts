/** A text; if it is longer than that many characters, its start and its end with its length. */
export function elided(text: string, most: number): string {
  if (text.length <= most) return text;
  const words = ` … (${text.length.toLocaleString("en-US")} characters) … `;
  return `${cut(text, 0, Math.floor(most * 0.65))}${words}${cut(text, text.length - Math.floor(most * 0.25))}`;
}

/** Two texts that differ, each elided so that the first difference is visible. */
export function elidedPair(before: string, after: string, most: number): [before: string, after: string] {
  const same = commonStart(before, after);
  if (same <= most / 2 || (before.length <= most && after.length <= most)) {
    return [elided(before, most), elided(after, most)];
  }
  const shown = Math.floor(most / 8);
  const skipped = (same - 2 * shown).toLocaleString("en-US");
  const start = `${cut(before, 0, shown)} … (${skipped} same characters) … `;
  const rest = (text: string) => start + elided(cut(text, same - shown), most);
  return [rest(before), rest(after)];
}

/** Number of characters, or lines, that both have in common at the start. */
export function commonStart(before: ArrayLike<string>, after: ArrayLike<string>): number {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1;
  return same;
}

/** A part of a text that splits no pair of surrogates. */
function cut(text: string, from: number, to = text.length): string {
  return text.slice(whole(text, from), whole(text, to));
}

function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? at - 1 : at;
}
