import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join, relative, sep } from "node:path";
import { dependencyNames, manifestIn } from "../../project/package-manifest";
import { record } from "../../project/record";
import { textsIn } from "./specifiers";

/** The tops of a repository's work tree and of its base, with links resolved. */
export interface Tops {
  here: string;
  there: string;
}

/** A package of the work tree that the base can't have: its name, its folder from the top, and why, in words. */
export interface Lacking {
  name: string;
  folder: string;
  why: string;
}

/** Packages in a node_modules folder: its own by their names, and those of them that are folders of the repository. */
interface Packages {
  /** Where each is: its entry in the folder. */
  entries: Map<string, string>;
  /** The folder of the work tree that each is. */
  ofRepository: Map<string, string>;
}

/**
 * Gives a folder of the base the packages of the same folder of the work tree: a node_modules of links to the installed
 * packages. Packages that are folders of the repository (workspaces, `file:`) link to the base's folders, so that each side
 * runs its own code; they get their own packages in the same way. Packages that the base can't have are left out, and
 * reported if its program asks for them.
 */
export function linkPackages(here: string, there: string, tops: Tops): Lacking[] {
  const from = join(here, "node_modules");
  if (!existsSync(from) || existsSync(join(there, "node_modules"))) return [];
  const { entries, ofRepository } = packagesIn(here, tops.here);
  const lacking: Lacking[] = [...dependentsOf(ofRepository, entries, tops.here), ...generatedIn(from, tops.here)];
  const isLacking = new Set(lacking.map(({ name }) => name));
  mkdirSync(join(there, "node_modules"));
  for (const [name, entry] of entries) {
    const link = join(there, "node_modules", name);
    mkdirSync(join(link, ".."), { recursive: true });
    const folder = ofRepository.get(name);
    if (folder === undefined) {
      if (!isLacking.has(name)) symlinkSync(entry, link);
      continue;
    }
    const inBase = join(tops.there, relative(tops.here, folder));
    if (existsSync(inBase)) symlinkSync(inBase, link);
    lacking.push(...lackingOf(name, folder, inBase, tops.here));
    if (existsSync(inBase)) lacking.push(...linkPackages(folder, inBase, tops));
  }
  linkCommands(join(from, ".bin"), join(there, "node_modules/.bin"));
  return lacking;
}

function packagesIn(folder: string, top: string): Packages {
  const modules = join(folder, "node_modules");
  // Names with a dot are no packages: caches of tools, which each side has for itself, and what package managers write down.
  const names = namesIn(modules).filter((name) => !name.startsWith(".") || name === ".pnpm");
  const all = names.flatMap((name) =>
    name.startsWith("@") ? namesIn(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  const entries = new Map(all.map((name) => [name, join(modules, name)]));
  const copied = copiedFolders(folder, top);
  // The folder may itself be a link to another of the repository.
  const installed = join(existsSync(modules) ? realpathSync(modules) : modules, sep);
  const ofRepository = new Map<string, string>();
  for (const [name, entry] of entries) {
    // A link that leads nowhere is no package.
    if (!existsSync(entry)) continue;
    const real = realpathSync(entry);
    const owner = isInRepository(real, top) && !real.startsWith(installed) ? real : copied.get(name);
    if (owner !== undefined) ofRepository.set(name, owner);
  }
  return { entries, ofRepository };
}

/** Dependencies that are asked for by a folder of the repository; a manager may have put copies of these in place. */
function copiedFolders(folder: string, top: string): Map<string, string> {
  const manifest = manifestIn(folder) ?? {};
  const dependencies = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap(
    (list) => Object.entries(record(list)),
  );
  return new Map(
    dependencies.flatMap(([name, version]): [string, string][] => {
      const [, path] = typeof version === "string" ? (/^(?:file|link|portal):(.+)$/.exec(version) ?? []) : [];
      const target = path === undefined ? undefined : join(folder, path);
      if (target === undefined || !existsSync(target) || !statSync(target).isDirectory()) return [];
      const real = realpathSync(target);
      return isInRepository(real, top) ? [[name, real]] : [];
    }),
  );
}

/** Installed packages that ask for one of the repository, by others too: from where they lie they get the work tree's. */
function dependentsOf(
  ofRepository: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, string>,
  top: string,
): Lacking[] {
  if (ofRepository.size === 0) return [];
  const others = [...entries].filter(
    ([name, entry]) => !ofRepository.has(name) && existsSync(join(entry, "package.json")),
  );
  const dependencies = new Map(
    others.map(([name, entry]) => {
      return [name, dependencyNames(manifestIn(entry) ?? {})];
    }),
  );
  const found = new Map<string, string>([...ofRepository.keys()].map((name) => [name, name]));
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const [name, names] of dependencies) {
      const by = names.find((one) => found.has(one));
      if (by !== undefined && !found.has(name)) found.set(name, found.get(by) ?? by);
    }
  }
  return others.flatMap(([name, entry]) => {
    const cause = found.get(name);
    const why = `it is installed and asks for ${cause}, which is a folder of the repository`;
    return cause === undefined ? [] : [{ name, folder: relative(top, entry), why }];
  });
}

/** Packages that are made of the work tree's files, with the folder beside them that they take it from. */
const generated: readonly [name: string, folder: string][] = [["@prisma/client", ".prisma"]];

function generatedIn(modules: string, top: string): Lacking[] {
  return generated
    .filter(([, folder]) => existsSync(join(modules, folder)))
    .flatMap(([name, folder]) => {
      const why = `it takes what was generated in node_modules/${folder} of the work tree`;
      return [name, folder].map((one) => ({ name: one, folder: relative(top, join(modules, one)), why }));
    });
}

/** In words, where a program of the base asked for a package that is lacking there. */
export function lackingWords(message: string, lacking: readonly Lacking[]): string {
  if (!/Cannot find (?:module|package)/.test(message)) return "";
  const missing = lacking.find(({ name, folder }) => message.includes(`'${name}`) || message.includes(`${folder}/`));
  return missing === undefined
    ? ""
    : `${missing.name} is not there, as ${missing.why}: give a plan file that \`isotopo preview --format json\` wrote there`;
}

/** A package of the repository that git keeps in part or not at all: the base has no build's output. */
function lackingOf(name: string, folder: string, inBase: string, top: string): Lacking[] {
  const path = relative(top, folder).replaceAll("\\", "/");
  const why = (what: string) => [{ name, folder: path, why: `git does not keep ${what} there` }];
  if (!existsSync(inBase)) return why(`${path}/`);
  const { main, module, exports } = manifestIn(folder) ?? {};
  const missing = [main, module, ...textsIn(exports)].find(
    (file) => typeof file === "string" && existsSync(join(folder, file)) && !existsSync(join(inBase, file)),
  );
  return missing === undefined ? [] : why(join(path, String(missing)));
}

/** Commands of packages: links and scripts that lead from their own place to a package beside them. */
function linkCommands(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const isLink = lstatSync(join(from, name)).isSymbolicLink();
    symlinkSync(isLink ? readlinkSync(join(from, name)) : join(from, name), join(to, name));
  }
}

function isInRepository(real: string, top: string): boolean {
  const path = relative(top, real);
  return path !== "" && !path.split(sep).some((name) => name === ".." || name === "node_modules");
}

function namesIn(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
}
