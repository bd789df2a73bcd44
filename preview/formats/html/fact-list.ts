import type { Fact } from "../../facts";
import { labelsOf } from "../../facts/fact";
import { capitalized } from "../../facts/phrase";
import { counted } from "../../facts/words";
import { nameOf } from "../../model/urn";
import { elided } from "../markdown/comment/elide";
import { factAnchor, stackAnchor } from "../shared/anchors";
import { htmlOf } from "./phrase";
import { escapedHtml as text } from "./text";

/** More names of one stack than these get no links into its tree. */
const mostNames = 12;
const longestName = 120;

/** The facts, a line each in plain words, with links to their stacks and resources. */
export function factList(facts: readonly Fact[]): string {
  if (facts.length === 0) return "";
  const items = facts.map(
    (fact) =>
      `<li id="${factAnchor(fact.anchor)}" class="${fact.tone}"><p>${signs[fact.tone]}${htmlOf(capitalized(fact.words))}.</p>${places(fact)}</li>`,
  );
  return `<section id="facts" aria-labelledby="facts-title"><h2 id="facts-title">What changes</h2><ul class="facts">${items.join("\n")}</ul></section>`;
}

/** For a reader without colours there is the sign, for a screen reader the word. */
const signs: Readonly<Record<Fact["tone"], string>> = {
  bad: '<span class="tone" role="img" aria-label="Stop:">✖</span> ',
  careful: '<span class="tone" role="img" aria-label="Careful:">⚠</span> ',
  plain: "",
};

/** Links to the stacks of a fact. */
function places({ places: all }: Fact): string {
  const labels = labelsOf(all);
  const rows = labels.map((label) => {
    const names = all.flatMap((place) => (place.label === label && place.urn !== undefined ? [nameOf(place.urn)] : []));
    const given = names.filter((name) => name !== "");
    const shown = given.slice(0, mostNames).map((name) => `<code>${text(elided(name, longestName))}</code>`);
    const left = given.length > mostNames ? ` and ${counted(given.length - mostNames, "other")}` : "";
    return `<li><a href="#${stackAnchor(label)}">${text(elided(label, longestName))}</a>${shown.length === 0 ? "" : `: ${shown.join(", ")}${left}`}</li>`;
  });
  return `<details><summary>${counted(labels.length, "stack")}</summary><ul>${rows.join("")}</ul></details>`;
}
