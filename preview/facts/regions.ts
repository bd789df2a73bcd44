import { moveIn } from "../compare/providers";
import type { ResourceChange } from "../model/change";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { name, own, phrase } from "./phrase";
import { inStacks, type RunStacks } from "./stack-set";
import type { StackView } from "./view";

interface Move {
  what: string;
  before: string;
  after: string;
  isDone: boolean;
}

/** Properties that place a resource, and whose change recreates it in the new place. */
const places: Readonly<Record<string, string>> = {
  location: "region",
  region: "region",
  zone: "zone",
  availabilityZone: "zone",
};

/** Stacks that move to another region, project or zone. */
export function regionFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const groups = groupsOf(views.flatMap(observed));
  return groups.map(({ key, all }): Fact => {
    const [{ about }] = all;
    const at = all.map(({ place }) => place);
    const moved = phrase`${own(about.what)} ${name(about.before)} → ${name(about.after)}${inStacks(labelsOf(at), run)}`;
    const certain = all.filter(({ about: { isDone } }) => isDone).length;
    const rest = all.length - certain;
    const anew = [
      ...(certain > 0
        ? [phrase`${certain} ${own(certain === 1 ? "resource is" : "resources are")} made anew there`]
        : []),
      ...(rest > 0
        ? [
            phrase`${rest} ${own(certain > 0 ? "more" : "of its resources")} may be made anew there, which only the provider can say`,
          ]
        : []),
    ];
    const [first = [], second] = anew;
    return {
      kind: "region",
      tone: "careful",
      anchor: `region ${key}`,
      places: at,
      words: phrase`${moved}: ${first}${second === undefined ? [] : phrase`, ${second}`}`,
      short: moved,
    };
  });
}

function observed(view: StackView): Observation<Move>[] {
  return view.changes.flatMap(({ change }) =>
    movesOf(change).map((about) => ({
      key: [about.what, about.before, about.after].join(" "),
      place: { label: view.label, urn: change.urn },
      about,
    })),
  );
}

/** Moves of a resource's provider, and of the resource itself. */
function movesOf({ causes, custom, action, properties }: ResourceChange): Move[] {
  if (!custom) return [];
  const isDone = action === "replace";
  const ofProvider = causes
    .flatMap(moveIn)
    .map(({ property, before, after }) => ({ what: wordOf(property), before, after, isDone }));
  const own = properties.flatMap(({ path, kind, before, after, forces }): Move[] => {
    const what = Object.hasOwn(places, path) ? places[path] : undefined;
    if (what === undefined || kind !== "changed" || forces === "nothing") return [];
    return typeof before === "string" && typeof after === "string" ? [{ what, before, after, isDone }] : [];
  });
  return [...ofProvider, ...own].slice(0, 1);
}

function wordOf(property: string): string {
  return Object.hasOwn(places, property) ? (places[property] ?? "place") : property === "project" ? "project" : "place";
}
