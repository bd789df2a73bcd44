import type { Fact, Facts, Headline } from "../../facts";
import { capitalized, type Phrase } from "../../facts/phrase";
import { visible } from "../../model/visible";
import { elided } from "../markdown/comment/elide";
import type { Paint, Text } from "../shared/terminal";
import { wrapped } from "../shared/wrap";
import { counted } from "./verdicts";

/** Number of facts that are shown, unless all are asked for: the same as in a comment. */
const mostFacts = 8;
/** A longer name or text of others keeps its start and end. */
const mostCharacters = { name: 120, prose: 200 };

/** Marks that every terminal can show. */
const marks: Readonly<Record<Fact["tone"] | Headline["tone"], string>> = {
  bad: "✖ ",
  careful: "⚠ ",
  good: "✔ ",
  plain: "",
};

/** The first line of the comment and of the page, followed by the facts. */
export function factLines({ headline, facts }: Facts, text: Text): string[] {
  const shown = facts.slice(0, Number.isFinite(text.limit) ? mostFacts : facts.length);
  const left = facts.length - shown.length;
  return [
    ...wrapped(painted(headline.tone, `${marks[headline.tone]}${wordsOf(headline.words)}`, text.paint), text.width),
    ...shown.flatMap(({ tone, words }) =>
      wrapped(`- ${painted(tone, marks[tone], text.paint)}${wordsOf(capitalized(words))}.`, text.width, 2),
    ),
    ...(left > 0 ? [`  … and ${counted(left, "more fact")} (--verbose shows all)`] : []),
  ];
}

/** A phrase in one line: no name or text of others continues on the next. */
function wordsOf(phrase: Phrase): string {
  return phrase
    .map((piece) => {
      if ("own" in piece) return piece.own;
      if ("name" in piece) return visible(elided(piece.name, mostCharacters.name));
      return visible(elided(piece.prose.replace(/\s+/g, " ").trim(), mostCharacters.prose));
    })
    .join("");
}

function painted(tone: Fact["tone"] | Headline["tone"], words: string, paint: Paint): string {
  switch (tone) {
    case "bad":
      return paint.red(words);
    case "careful":
      return paint.yellow(words);
    case "good":
      return paint.green(words);
    default:
      return words;
  }
}
