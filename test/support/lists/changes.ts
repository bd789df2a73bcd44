import type { WholeTopology } from "../whole";
import type { Letter } from "./elements";
import type { ListPath } from "./paths";
import { type ListPlace, placesOf } from "./places";
import { listRows } from "./rows";

/** What is done with a list. */
export const listChanges = ["added first", "added in the middle", "added last", "reversed"] as const;
export type ListChange = (typeof listChanges)[number];

/** Paths that are changed: what holds others before what it holds. */
export const changedPaths: readonly ListPath[] = (Object.keys(listRows) as ListPath[])
  .filter((path) => "another" in listRows[path])
  .sort((a, b) => a.split(/[.[]/).length - b.split(/[.[]/).length);

/** A topology with two elements of the tests' own at the end of each list, so that each has neighbours. */
export function filled(shipped: WholeTopology): WholeTopology {
  const topology = structuredClone(shipped);
  topology.edge.cors ??= { origins: [], credentials: false, methods: ["GET"], headers: [], maxAgeSeconds: 600 };
  // An application may have them all, which leaves none to add.
  topology.edge.cors.methods = ["GET"];
  for (const { cors } of topology.storage) if (cors !== undefined) cors.methods = ["GET"];
  for (const path of changedPaths) {
    const row = listRows[path];
    const letters: readonly Letter[] = "another" in row && row.inBase === 1 ? ["a"] : ["a", "b"];
    for (const place of placesOf(topology, path)) {
      for (const letter of letters) insert(topology, place, letter, "added last");
    }
    const [bucket] = topology.storage;
    if (bucket !== undefined) bucket.cors ??= { origins: [], methods: ["GET"], maxAgeSeconds: 600 };
  }
  return topology;
}

/** The topology with that change in all lists of these paths; what is added is the element of this letter. */
export function changed(
  base: WholeTopology,
  change: ListChange,
  paths: readonly ListPath[] = changedPaths,
  letter: Letter = "c",
): WholeTopology {
  const topology = structuredClone(base);
  for (const path of paths) {
    for (const place of placesOf(topology, path)) {
      if (change === "reversed") place.put(reversed(place.list));
      else insert(topology, place, letter, change);
    }
  }
  return topology;
}

function insert(
  topology: WholeTopology,
  place: ListPlace,
  letter: Letter,
  change: Exclude<ListChange, "reversed">,
): void {
  const row = listRows[place.path];
  if (!("another" in row)) return;
  const [current] = placesOf(topology, place.path).filter((found) => found.place === place.place);
  const { list, owner } = current ?? place;
  const element = row.another(letter, { topology, owner, list });
  const elements = Array.isArray(list) ? list : Object.entries(list);
  const at = {
    "added first": 0,
    "added in the middle": Math.floor(elements.length / 2),
    "added last": elements.length,
  }[change];
  place.put(rebuilt(list, [...elements.slice(0, at), element, ...elements.slice(at)]));
}

function reversed(list: ListPlace["list"]): unknown {
  return rebuilt(list, (Array.isArray(list) ? [...list] : Object.entries(list)).reverse());
}

/** Entries of a record become one again. */
function rebuilt(list: ListPlace["list"], elements: readonly unknown[]): unknown {
  if (Array.isArray(list)) return elements;
  return Object.fromEntries(elements as readonly [string, unknown][]);
}
