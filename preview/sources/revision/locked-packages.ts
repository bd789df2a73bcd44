import { posix } from "node:path";
import { z } from "zod";
import { dependencyNames } from "../../project/package-manifest";

/** An entry for a package in a package-lock.json of npm 7 and later. */
const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});
type Entry = z.infer<typeof entry>;
const lockFile = z.object({ packages: z.record(z.string(), entry) });
type Places = z.infer<typeof lockFile>["packages"];

/** The packages of a folder, from a lock file. */
export interface LockedPackages {
  /** The content of each package, as a text for comparison. */
  contents: string;
  /** Packages that are folders of the repository, by their paths from the lock file. */
  folders: readonly string[];
}

/**
 * The packages of the package at a path, and their dependencies, from the lock file. Its own development dependencies are
 * included: a bundler puts them into the code that runs. Undefined if the path is not in the file, or the text is no lock
 * file.
 */
export function lockedPackages(text: string, path: string): LockedPackages | undefined {
  const places = placesIn(text);
  const own = places?.[path];
  if (places === undefined || own === undefined) return undefined;
  const found = new Map<string, Entry>();
  const folders = new Set<string>();
  const left: [place: string, names: string[]][] = [
    [path, [...dependencyNames(own), ...Object.keys(own.devDependencies ?? {})]],
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [from, names] = next;
    for (const name of names) {
      const place = placeOf(name, from, places);
      const package_ = place === undefined ? undefined : places[place];
      if (place === undefined || package_ === undefined || found.has(place)) continue;
      found.set(place, package_);
      const { link, resolved } = package_;
      if (link === true && resolved !== undefined) folders.add(resolved);
      const real = link === true && resolved !== undefined ? resolved : place;
      left.push([real, dependencyNames(places[real] ?? package_)]);
    }
  }
  const contents = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, one]) => [place, contentOf(one)]);
  return { contents: JSON.stringify(contents), folders: [...folders].sort() };
}

function placesIn(text: string): Places | undefined {
  try {
    return lockFile.safeParse(JSON.parse(text)).data?.packages;
  } catch {
    return undefined;
  }
}

/** A hash of the contents if there is one: the same package may come from another registry. */
function contentOf({ version, resolved, integrity, link }: Entry): string {
  return [version, integrity ?? resolved, link].join(" ");
}

/** Where Node.js finds a package: in the nearest node_modules above. */
function placeOf(name: string, from: string, places: Places): string | undefined {
  for (let folder = from; ; folder = posix.dirname(folder)) {
    const at = folder === "." ? "" : folder;
    const place = posix.join(at, "node_modules", name);
    if (places[place] !== undefined) return place;
    if (at === "") return undefined;
  }
}
