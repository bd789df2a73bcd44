import { lstatSync, readlinkSync } from "node:fs";
import { dirname, join, parse, resolve, sep } from "node:path";

/** Links of folders that were looked up, with their targets; undefined for a path that is no link. */
export type KnownLinks = Map<string, string | undefined>;

/** Most links on a path; more are a circle, as for Linux. */
const atMost = 40;

/**
 * A path, and its spellings after each link on it: `current/m.js`, `v1/m.js`. The path need not exist: then the links of its
 * existing folders count. Together they identify its target.
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
    // The files below a folder that can't be read are not read either.
    return undefined;
  }
}
