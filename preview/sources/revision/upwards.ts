import { dirname, join, sep } from "node:path";

/** A folder and its parents, up to the repository's top. */
export function upwards(folder: string, top: string): string[] {
  if (folder === top) return [top];
  return folder.startsWith(join(top, sep)) ? [folder, ...upwards(dirname(folder), top)] : [];
}
