import type { EnvironmentTags } from "../../../policy/protocol/environment-tags";
import { isWireObject, type Wire } from "../../model/wire";
import type { CheckedResource } from "./document";

/** Properties that hold tags, each a map: AWS' and Azure's, Google Cloud's, Kubernetes' in its metadata. */
const holders: readonly (readonly string[])[] = [["tags"], ["tagsAll"], ["labels"], ["metadata", "labels"]];
const key = /^(.*[/:])?(environment|env|stage)$/i;

/** The environment in the tags of resources. */
export function environmentTags(resources: readonly CheckedResource[]): EnvironmentTags {
  const counts = new Map<string, number>();
  let silent = 0;
  for (const { inputs } of resources) {
    const tags = holders.flatMap((path) => tagsAt(inputs, path));
    const values = new Set(tags.flatMap(([name, value]) => (key.test(name) && value !== "" ? [value] : [])));
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (tags.length > 0 && values.size === 0) silent += 1;
  }
  return { said: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))), silent };
}

function tagsAt(from: Wire | undefined, [first, ...rest]: readonly string[]): [name: string, value: string][] {
  if (from === undefined || !isWireObject(from)) return [];
  if (first !== undefined) return tagsAt(from[first], rest);
  return Object.entries(from).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
}
