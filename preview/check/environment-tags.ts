import { isWireObject, type Wire } from "../engine/wire";
import type { CheckedResource } from "./document";

/** Properties that hold tags, each a map: AWS' and Azure's, Google Cloud's, Kubernetes' in its metadata. */
const holders: readonly (readonly string[])[] = [["tags"], ["tagsAll"], ["labels"], ["metadata", "labels"]];
const key = /^(.*[/:])?(environment|env|stage)$/i;

/** What the tags of resources say of their environment: each value with the number of resources. */
export function environmentTags(resources: readonly CheckedResource[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { inputs } of resources) {
    for (const value of new Set(holders.flatMap((path) => saidAt(inputs, path)))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function saidAt(from: Wire | undefined, [first, ...rest]: readonly string[]): string[] {
  if (from === undefined || !isWireObject(from)) return [];
  if (first !== undefined) return saidAt(from[first], rest);
  return Object.entries(from).flatMap(([name, value]) =>
    key.test(name) && typeof value === "string" && value !== "" ? [value] : [],
  );
}
