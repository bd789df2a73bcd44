import { type Capability, capabilities, cloudNames, concepts, type Support } from "../../components/contract";
import { page, table } from "../markdown";

/** docs/capabilities.md: what each cloud makes of each option. */
export function capabilitiesPage(): string {
  return page(
    "# Capabilities",
    [
      "What each cloud makes of what a topology says. An option that differs is there, but means something else; asking",
      "for one that is refused is an error before anything is made, and names the part that asked. The table is",
      "`components/contract/capabilities/`.",
    ].join("\n"),
    summary(),
    ...concepts.flatMap((concept) => [`## ${concept}`, conceptTable(concept)]),
  );
}

/** How many options are what on which cloud. */
function summary(): string {
  const levels = ["full", "different", "refused"] as const;
  return table(
    ["cloud", ...levels],
    cloudNames.map((cloud) => [
      cloud,
      ...levels.map((level) => String(capabilities.filter(({ clouds }) => clouds[cloud].level === level).length)),
    ]),
  );
}

function conceptTable(concept: Capability["concept"]): string {
  return table(
    ["option", "meaning", ...cloudNames],
    capabilities
      .filter((capability) => capability.concept === concept)
      .map(({ option, meaning, clouds }) => [
        `\`${option}\``,
        meaning,
        ...cloudNames.map((cloud) => cell(clouds[cloud])),
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
