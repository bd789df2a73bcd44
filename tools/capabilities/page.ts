import {
  type Concept,
  conceptOf,
  concepts,
  options,
  type Support,
  servicesOf,
  supportOf,
} from "../../components/contract";
import { targetNames, targets } from "../../components/targets";
import { page, table } from "../markdown";

/** docs/capabilities.md: what each cloud makes of each option. */
export function capabilitiesPage(): string {
  return page(
    "# Capabilities",
    [
      "What each cloud makes of what a topology says. An option that differs is there, but means something else; asking",
      "for one that is refused is an error before anything is made, and names the part that asked. The table is",
      "`components/contract/<concept>/options.ts` for the options, and `components/<cloud>/<concept>/capabilities.ts` for each cloud.",
    ].join("\n"),
    summary(),
    services(),
    ...concepts.flatMap((concept) => [`## ${concept}`, conceptTable(concept)]),
  );
}

/** How many options are what on which cloud. */
function summary(): string {
  const levels = ["full", "different", "refused"] as const;
  return table(
    ["cloud", ...levels],
    targetNames.map((cloud) => [
      cloud,
      ...levels.map((level) =>
        String(options.filter(({ name }) => supportOf(targets[cloud], name).level === level).length),
      ),
    ]),
  );
}

/** Which native service plays the main part of each concept. */
function services(): string {
  return table(
    ["concept", ...targetNames],
    concepts.map((concept) => [concept, ...targetNames.map((cloud) => servicesOf(targets[cloud])[concept] ?? "")]),
  );
}

function conceptTable(concept: Concept): string {
  return table(
    ["option", "meaning", ...targetNames],
    options
      .filter(({ name }) => conceptOf(name) === concept)
      .map(({ name, meaning }) => [
        `\`${name.slice(concept.length + 1)}\``,
        meaning,
        ...targetNames.map((cloud) => cell(supportOf(targets[cloud], name))),
      ]),
  );
}

function cell(support: Support): string {
  switch (support.level) {
    case "full":
      return support.by;
    case "different":
      return `${support.by}; **differs**: ${support.difference}`;
    case "refused":
      return `**refused**: ${support.reason}`;
  }
}
