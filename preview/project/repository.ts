import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** The top folder of the repository that a folder is in; itself where it is in none. */
export function topOf(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/** A folder by its path from the top of its repository, with `/` between; empty where it is that top. */
export function pathInRepository(folder: string): string {
  return relative(topOf(folder), resolve(folder)).split(sep).join("/");
}
