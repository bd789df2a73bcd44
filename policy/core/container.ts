import { View } from "./view";

/** Lists of containers, on every platform: of Pods, ECS tasks (as JSON text), Cloud Run and Container Apps. */
const inList = /(^|\.)(containers|initContainers|ephemeralContainers|containerDefinitions)\[\d+\]/;

/** The name of the container that a property is of; undefined where it is of none, or of one without a known name. */
export function containerAt(properties: unknown, path: string): string | undefined {
  const found = inList.exec(path);
  if (found === null) return undefined;
  let view = View.of<unknown>(properties);
  for (const [, key, index] of path.slice(0, found.index + found[0].length).matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    const inside = view.jsonOfGo<Record<string, unknown>>();
    if (key !== undefined) view = inside.at(key);
    else view = inside.as<unknown[]>().items()[Number(index)] ?? View.of(undefined);
  }
  return view.as<{ name?: string }>().at("name").text();
}
