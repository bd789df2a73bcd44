import { readFileSync } from "node:fs";
import { join } from "node:path";
import { record } from "../project/project";

/** What a folder's package.json says; undefined where it has none that can be read. */
export function manifestIn(folder: string): Record<string, unknown> | undefined {
  try {
    return record(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  } catch {
    return undefined;
  }
}

/** The packages that one asks for when it is installed: its development dependencies are not among them. */
export function askedBy({ dependencies, optionalDependencies, peerDependencies }: Record<string, unknown>): string[] {
  return Object.keys({ ...record(dependencies), ...record(optionalDependencies), ...record(peerDependencies) });
}
