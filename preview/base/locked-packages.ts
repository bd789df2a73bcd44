import { posix } from "node:path";
import { z } from "zod";
import { askedBy } from "./package-manifest";

/** What a package-lock.json of npm 7 and later says of a place in which a package is. */
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

/** The packages that a folder gets by a lock file. */
export interface LockedPackages {
  /** What each place holds: the same contents, the same text. */
  contents: string;
  /** Those that are folders of the repository, by their paths from the lock file. */
  folders: readonly string[];
}

/**
 * The packages that the package at a path from the lock file gets, and those that these need. Its own development dependencies are among
 * them: a bundler puts them into what runs. Undefined where the file does not know the path, or is no such file.
 */
export function lockedPackages(text: string, path: string): LockedPackages | undefined {
  const places = placesIn(text);
  const own = places?.[path];
  if (places === undefined || own === undefined) return undefined;
  const found = new Map<string, Entry>();
  const folders = new Set<string>();
  const left: [place: string, names: string[]][] = [
    [path, [...askedBy(own), ...Object.keys(own.devDependencies ?? {})]],
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
      left.push([real, askedBy(places[real] ?? package_)]);
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

/** A hash of the contents where there is one: the same package may come from another registry. */
function contentOf({ version, resolved, integrity, link }: Entry): string {
  return [version, integrity ?? resolved, link].join(" ");
}

/** Where Node.js finds a package that is asked for from a place: in the nearest node_modules above. */
function placeOf(name: string, from: string, places: Places): string | undefined {
  for (let folder = from; ; folder = posix.dirname(folder)) {
    const at = folder === "." ? "" : folder;
    const place = posix.join(at, "node_modules", name);
    if (places[place] !== undefined) return place;
    if (at === "") return undefined;
  }
}
