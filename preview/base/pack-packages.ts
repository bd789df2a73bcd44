import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Tops } from "./linked-packages";
import { lockedPackages } from "./locked-packages";
import { npmLocks, packageFilesIn } from "./package-files";
import { upwards } from "./upwards";

/** Where a policy pack has packages from, and what differs of that. */
export interface PackPackages {
  /** Files that choose packages and choose others for the pack now, by their paths from the top. */
  files: readonly string[];
  /** Folders of the repository that are packages of the pack, by their paths from the top. */
  folders: readonly string[];
}

/**
 * What a pack gets by the files above it: its rules may be in a package, which a lock file moves while no file of the pack differs. A
 * lock file of npm counts by the packages that the pack gets, those of others as a whole.
 */
export function packPackages(pack: string, tops: Tops): PackPackages {
  const files = new Set<string>();
  const folders = new Set<string>();
  const last = upwards(join(tops.here, pack), tops.here);
  for (const folder of last.map((one) => relative(tops.here, one))) {
    const sides = [join(tops.here, folder), join(tops.there, folder)];
    const path = relative(folder, pack).replaceAll("\\", "/");
    for (const name of new Set(sides.flatMap((side) => packageFilesIn(side)))) {
      // What it says of contents, the lock file says too.
      if (name === ".npmrc") continue;
      const [now, before] = sides.map((side) => textOf(join(side, name)));
      const isOfNpm = npmLocks.includes(name);
      const locked = isOfNpm ? lockedPackages(now ?? "", path) : undefined;
      for (const one of locked?.folders ?? []) folders.add(join(folder, one));
      if (now === before || (isOfNpm && locked?.contents === lockedPackages(before ?? "", path)?.contents)) continue;
      files.add(join(folder, name).replaceAll("\\", "/"));
    }
  }
  return { files: [...files], folders: [...folders] };
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
