import { dirname, join, sep } from "node:path";

/** A folder and those above it, up to the repository's top; none of what is outside of it. */
export function upwards(folder: string, top: string): string[] {
  if (folder === top) return [top];
  return folder.startsWith(join(top, sep)) ? [folder, ...upwards(dirname(folder), top)] : [];
}
