import type { Fact, Facts, Headline } from "../facts";
import { capitalized, type Phrase } from "../facts/phrase";
import { visible } from "../visible";
import { elided } from "./comment/elide";
import type { Paint, Text } from "./terminal";
import { counted } from "./verdicts";
import { wrapped } from "./wrap";

/** How many facts are told, unless all is asked for: as many as a comment has open. */
const mostFacts = 8;
/** A longer name or sentence of others is told from its two ends. */
const mostCharacters = { name: 120, prose: 200 };

/** Every terminal has these. */
const marks: Readonly<Record<Fact["tone"] | Headline["tone"], string>> = {
  ...{ bad: "✖ ", careful: "⚠ ", good: "✔ ", plain: "" },
};

/** The first line of the comment and of the page, and below it each fact. */
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

/** A phrase in one line: no name and no sentence of others goes on in another. */
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
