import { readFileSync } from "node:fs";
import { join } from "node:path";
import { record } from "./record";

/** A folder's package.json; undefined if there is none that can be read. */
export function manifestIn(folder: string): Record<string, unknown> | undefined {
  try {
    return record(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  } catch {
    return undefined;
  }
}

/** The dependencies that are installed with a package: without its development dependencies. */
export function dependencyNames({
  dependencies,
  optionalDependencies,
  peerDependencies,
}: Record<string, unknown>): string[] {
  return Object.keys({ ...record(dependencies), ...record(optionalDependencies), ...record(peerDependencies) });
}
