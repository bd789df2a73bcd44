import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { environmentIn } from "../../engine/moved-paths";
import { PreviewError } from "../../model/errors";
import { type Lacking, linkPackages, type Tops } from "./linked-packages";
import { haveSamePackageFiles, npmLocks } from "./package-files";
import { packagesIn } from "./settings";
import { upwards } from "./upwards";

/**
 * Gives the base the packages that its program or its policy pack needs: the work tree's if both sides ask for the same,
 * else its own by `npm ci`, without scripts of packages. `folders` are the folders that need them in the base. Returns the
 * packages of the work tree that the base can't have. Throws a `PreviewError` if packages can't be installed.
 */
export async function provideDependencies(folders: readonly string[], tops: Tops, name: string): Promise<Lacking[]> {
  const lacking: Lacking[] = [];
  const here = (there: string) => join(tops.here, relative(tops.there, there));
  const isOwn = (there: string) => existsSync(join(there, "package.json")) && !haveSamePackages(here(there), there);
  // From the top down: packages that are installed there may serve the folders below, as with workspaces.
  for (const there of new Set(folders.flatMap((folder) => upwards(folder, tops.there).reverse()))) {
    if (existsSync(join(there, "node_modules")) || !existsSync(join(there, "package.json"))) continue;
    if (!isOwn(there)) lacking.push(...linkPackages(here(there), there, tops));
    else if (hasLock(there) || !upwards(dirname(there), tops.there).some((folder) => hasLock(folder) && isOwn(folder)))
      await install(there, name);
  }
  return lacking;
}

function hasLock(folder: string): boolean {
  return npmLocks.some((file) => existsSync(join(folder, file)));
}

function haveSamePackages(here: string, there: string): boolean {
  return haveSamePackageFiles(here, there) && packagesIn(manifestOf(here)) === packagesIn(manifestOf(there));
}

function manifestOf(folder: string): string {
  const file = join(folder, "package.json");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function install(folder: string, name: string): Promise<void> {
  const command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((done, fail) => {
    const refuse = (reason: string) =>
      fail(
        new PreviewError(
          `the base ${name} needs other packages than the work tree, and they can't be installed (npm ${command.join(" ")}): ` +
            `${reason}. Have the registry reachable, or give a plan file that \`isotopo preview --format json\` wrote there`,
        ),
      );
    if (!hasLock(folder)) {
      refuse("it has no package-lock.json");
      return;
    }
    const options = { cwd: folder, env: environmentIn(folder), maxBuffer: 16 * 1024 * 1024 };
    // It would go on writing after this process, into a folder that is removed.
    const stop = () => npm.kill();
    process.once("exit", stop);
    const npm = execFile("npm", command, options, (error, stdout, stderr) => {
      process.off("exit", stop);
      if (error === null) done();
      else refuse(`${stderr}\n${stdout}`.trim().split("\n").slice(-1).join("") || error.message);
    });
  });
}
