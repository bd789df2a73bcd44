import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { isArchive, isAsset, isWireObject, mapObject, unknown, type Wire } from "../model/wire";

/** Where the files of a program are. */
export interface ProgramFolders {
  /** Folder of the project; paths are shown relative to it. */
  rootDir: string;
  /** Folder that the program runs in; its relative paths start here. */
  programDir: string;
}

/**
 * A value whose assets and archives of files carry a hash of their contents, so that changed contents are a changed value.
 * The hash is unknown if the file is missing. Addresses are not fetched.
 */
export function withContents(value: Wire, folders: ProgramFolders): Wire {
  if (Array.isArray(value)) return value.map((item) => withContents(item, folders));
  if (!isWireObject(value)) return value;
  if ((isAsset(value) || isArchive(value)) && typeof value.path === "string") {
    const path = resolve(folders.programDir, value.path);
    return { ...value, path: portablePath(path, value.path, folders), hash: hashOf(path) };
  }
  return mapObject(value, (item) => withContents(item, folders));
}

/** A path within the project, relative to it and so the same on every machine; any other path unchanged. */
function portablePath(path: string, given: string, { rootDir }: ProgramFolders): string {
  return path.startsWith(rootDir + sep) ? relative(rootDir, path).replaceAll("\\", "/") : given;
}

function hashOf(path: string): string {
  const hash = createHash("sha256");
  try {
    addFile(path, "", (part) => hash.update(part));
  } catch {
    return unknown;
  }
  return hash.digest("hex").slice(0, 16);
}

/** Names and contents below a folder, in a fixed order; a link by its target. */
function addFile(path: string, name: string, add: (part: string | Buffer) => void): void {
  const stat = name === "" ? statSync(path) : lstatSync(path);
  if (stat.isDirectory()) {
    for (const entry of readdirSync(path).sort()) addFile(join(path, entry), `${name}/${entry}`, add);
    return;
  }
  const contents = stat.isSymbolicLink() ? Buffer.from(readlinkSync(path)) : readFileSync(path);
  add(`${name}\0${contents.length}\0`);
  add(contents);
}
