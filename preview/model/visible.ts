/** Characters that are invisible, change the direction of text, or look like a space and are none. */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}|(?<=\p{M}{3})\p{M}/gu;
const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text with every invisible character escaped as in JavaScript: `\u202e`. */
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
 * A text of several lines that is safe to print in a job: without control characters, and without lines that GitHub's runner
 * would run as a command: those that begin with `::`, or have `##[` anywhere (`ActionCommand.TryParseV2` and `TryParse` in
 * actions/runner).
 */
export function printable(text: string): string {
  return withoutCommands(visibleLines(text));
}

/** Lines of a report, which may have colours, without commands to GitHub's runner. */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, "$1\\u003a").replaceAll("##[", "#\\u0023[");
}

/** JSON text with these characters escaped: the same value, with all characters visible. Line ends are part of its layout. */
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
