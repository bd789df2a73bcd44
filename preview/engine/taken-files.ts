import { resolve } from "node:path";
import { isArchive, isAsset, isWireObject, type Wire } from "../model/wire";
import type { Reads } from "./preload-messages";

/**
 * The files that a program read, and those of the assets and archives of its resources: the program only names these, the
 * engine reads them.
 */
export function withAssets(reads: Reads, inputs: Iterable<Wire>, programDir: string): Reads {
  const files = new Set(reads.files);
  const below = new Set(reads.below);
  const look = (value: Wire): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (!isWireObject(value)) return;
    if ((isAsset(value) || isArchive(value)) && typeof value.path === "string") {
      const path = resolve(programDir, value.path);
      files.add(path);
      if (isArchive(value)) below.add(path);
    }
    Object.values(value).forEach(look);
  };
  for (const value of inputs) look(value);
  return { ...reads, files: [...files], below: [...below] };
}
