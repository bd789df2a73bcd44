import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Tops } from "./linked-packages";
import { lockedPackages } from "./locked-packages";
import { npmLocks, packageFilesIn } from "./package-files";
import { upwards } from "./upwards";

/** The sources of a policy pack's packages, and their differences. */
export interface PackPackages {
  /** Files that choose packages and now choose others for the pack, by their paths from the top. */
  files: readonly string[];
  /** Folders of the repository that are packages of the pack, by their paths from the top. */
  folders: readonly string[];
}

/**
 * The packages of a pack, from the files above it. Its rules may be in a package, and a lock file can change that without a
 * change to the pack's own files. npm's lock files count by the packages that the pack gets; others count as a whole.
 */
export function packPackages(pack: string, tops: Tops): PackPackages {
  const files = new Set<string>();
  const folders = new Set<string>();
  const last = upwards(join(tops.here, pack), tops.here);
  for (const folder of last.map((one) => relative(tops.here, one))) {
    const sides = [join(tops.here, folder), join(tops.there, folder)];
    const path = relative(folder, pack).replaceAll("\\", "/");
    for (const name of new Set(sides.flatMap((side) => packageFilesIn(side)))) {
      // The lock file has the contents as well.
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
