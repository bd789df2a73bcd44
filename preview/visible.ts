/** Characters that show nothing, that turn the direction of others, or that look like a space and are none. */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}|(?<=\p{M}{3})\p{M}/gu;
const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text with every character that can't be seen written as JavaScript would write it: `\u202e`. */
export function visible(text: string): string {
  return text.replace(hidden, written);
}

/** The same for a text of several lines: its line ends and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(hidden, (character) =>
    character === "\n" || character === "\t" ? character : written(character),
  );
}

/**
 * A text of several lines as it may be printed in a job: no character that a terminal acts on, and no line that GitHub's runner
 * would take for a command of the workflow: one that begins with `::`, or has `##[` anywhere
 * (`ActionCommand.TryParseV2` and `TryParse` in actions/runner).
 */
export function printable(text: string): string {
  return withoutCommands(visibleLines(text));
}

/** Lines of a report, which may have colours of its own, without what GitHub's runner would take for a command. */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, "$1\\u003a").replaceAll("##[", "#\\u0023[");
}

/** JSON text with the same characters as escapes: it says the same, and shows them. A line end is one of its own layout. */
export function visibleJson(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Noncharacter_Code_Point}]/gu, (character) =>
    character === "\n"
      ? character
      : Array.from(
          { length: character.length },
          (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`,
        ).join(""),
  );
}

function written(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  return named[character] ?? (point > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`);
}
