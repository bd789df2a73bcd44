import { lstatSync, readlinkSync } from "node:fs";
import { dirname, join, parse, resolve, sep } from "node:path";

/** Links of folders, as far as they were asked for: what each leads to, or undefined where it is none. */
export type KnownLinks = Map<string, string | undefined>;

/** How many links one path may lead over; more are a circle, as for Linux. */
const atMost = 40;

/**
 * A path, and what it is called after each link on its way: `current/m.js`, `v1/m.js`. It need not be there: then the links of
 * the folders that are there count. All of these say together what the path leads to.
 */
export function spellings(path: string, known: KnownLinks = new Map()): string[] {
  const found = [path];
  for (let next = afterFirstLink(path, known); next !== undefined && found.length <= atMost; ) {
    found.push(next);
    next = afterFirstLink(next, known);
  }
  return found;
}

function afterFirstLink(path: string, known: KnownLinks): string | undefined {
  const { root } = parse(path);
  const names = path.slice(root.length).split(sep);
  let folder = root;
  for (const [at, name] of names.entries()) {
    folder = join(folder, name);
    if (!known.has(folder)) known.set(folder, targetOf(folder));
    const target = known.get(folder);
    if (target !== undefined) return join(target, ...names.slice(at + 1));
  }
  return undefined;
}

function targetOf(path: string): string | undefined {
  try {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return isLink ? resolve(dirname(path), readlinkSync(path)) : undefined;
  } catch {
    // A folder that can't be looked into: what is below is not read either.
    return undefined;
  }
}
