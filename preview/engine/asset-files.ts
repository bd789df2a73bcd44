import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { isArchive, isAsset, isWireObject, type Wire } from "../model/wire";

/** Endings of files that are archives (`ArchiveExts` in `sdk/go/common/resource/archive`). */
const archives = [".tar", ".tgz", ".tar.gz", ".zip", ".jar"];

/**
 * Why files of assets and archives can't be read, one line each, as Pulumi says it when it makes their hashes. Addresses are
 * not fetched. Relative paths start at the program's folder.
 */
export function unreadableFiles(value: Wire, programDir: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => unreadableFiles(item, programDir));
  if (!isWireObject(value)) return [];
  if ((isAsset(value) || isArchive(value)) && typeof value.path === "string") {
    const archive = isArchive(value);
    const words = problemOf(resolve(programDir, value.path), archive);
    return words === undefined ? [] : [`failed to compute ${archive ? "archive" : "asset"} hash: ${words}`];
  }
  return Object.values(value).flatMap((item) => unreadableFiles(item, programDir));
}

function problemOf(path: string, archive: boolean): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  const cause = stats === undefined ? "no such file or directory" : canRead(path) ? undefined : "permission denied";
  if (!archive) {
    if (cause !== undefined) return `failed to open asset file '${path}': ${cause}`;
    return stats?.isDirectory() ? `asset path '${path}' is a directory; try using an archive` : undefined;
  }
  if (cause !== undefined) return `couldn't read archive path '${path}': ${cause}`;
  const isKnown = stats?.isDirectory() || archives.some((ending) => path.endsWith(ending));
  return isKnown ? undefined : `'${path}' is neither a recognized archive type nor a directory`;
}

function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
