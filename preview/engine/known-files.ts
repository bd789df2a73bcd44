import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

/** A path with a folder, or a file with an ending. */
const paths = /\/?[\w.@+-]+(?:\/[\w.@+-]+)+|[\w@+-]+\.[a-z]{2,4}\b/g;
/** More are not looked up. */
const mostPaths = 200;

/** The paths in a text that exist in a folder: names of a program's files are not secret. */
export function filesNamedIn(text: string, folder: string): string[] {
  const named = [...new Set(text.match(paths) ?? [])].slice(0, mostPaths);
  return named.filter((path) => {
    const inside = relative(folder, resolve(folder, path));
    return !inside.startsWith("..") && !isAbsolute(inside) && existsSync(resolve(folder, path));
  });
}
