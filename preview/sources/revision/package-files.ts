import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Lock files of npm. */
export const npmLocks: readonly string[] = ["package-lock.json", "npm-shrinkwrap.json"];

/**
 * Files beside a package.json by which npm, yarn, pnpm and bun choose, fetch and change packages. One list for changes that
 * touch every stack (`settings.ts`) and for the question whether a base gets the work tree's packages (`dependencies.ts`).
 */
export const packageFiles: readonly string[] = [
  ...npmLocks,
  ".npmrc",
  ...["yarn.lock", ".yarnrc", ".yarnrc.yml", ".pnp.cjs", ".pnp.loader.mjs"],
  ...["pnpm-lock.yaml", "pnpm-workspace.yaml", ".pnpmfile.cjs", ".pnpmfile.mjs"],
  ...["bun.lock", "bun.lockb", "bunfig.toml"],
];

/** Folders beside it with changes to packages, or to their choice. */
export const packageFolders: readonly string[] = ["patches", ".yarn/patches", ".yarn/plugins"];

/** Files that count in these folders: a project may use a folder of that name for its own patches, such as of manifests. */
export const isOfPackages = (file: string): boolean => /\.(?:patch|diff|[cm]?js)$/.test(file);

/** Settings of a .npmrc about registries, credentials and output: they do not change packages. */
const ofAccess =
  /^\s*(?:$|[;#]|\/\/|@[^=]*:registry|(?:registry|_auth\w*|_password|username|email|always-auth|ca|cafile|cert|certfile|key|keyfile|strict-ssl|proxy|https-proxy|no-?proxy|cache|audit|fund|progress|loglevel|update-notifier|fetch-[\w-]+)\s*=)/;

/** Whether two folders agree on packages apart from their package.json: by contents, whether git knows them or not. */
export function haveSamePackageFiles(here: string, there: string): boolean {
  const [one, other] = [here, there].map((folder) =>
    JSON.stringify(packageFilesIn(folder).flatMap((name) => entriesIn(folder, name))),
  );
  return one === other;
}

/** The files of a folder that choose packages or change them, by their paths in it. */
export function packageFilesIn(folder: string): string[] {
  const inFolders = packageFolders.flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path) || !statSync(path).isDirectory()) return [];
    const names = readdirSync(path, { encoding: "utf8", recursive: true }).filter(isOfPackages).sort();
    return names.map((file) => join(name, file));
  });
  return [...packageFiles, ...inFolders].filter((name) => isFile(join(folder, name)));
}

/** The lines of a .npmrc that count; a file without any is as good as missing. */
function entriesIn(folder: string, name: string): string[] {
  if (name !== ".npmrc") return [name, readFileSync(join(folder, name), "base64")];
  const lines = readFileSync(join(folder, name), "utf8").split(/\r?\n/);
  return lines.filter((line) => !ofAccess.test(line));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
