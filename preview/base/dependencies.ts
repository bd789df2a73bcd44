import { execFile } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { PreviewError } from "../engine/errors";
import { packagesIn } from "./settings";

const locks = ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml"];

/**
 * Gives the base the packages that its program needs: those of the work tree where both ask for the same, else its own by
 * `npm ci`, without scripts of packages. `folder` is the project's in the work tree, `base` the one in the base, `top` the
 * repository's.
 */
export async function provideDependencies(folder: string, base: string, top: string, name: string): Promise<void> {
  for (const [here, there] of upwards(folder, base, top)) {
    if (existsSync(join(there, "node_modules"))) continue;
    if (!existsSync(join(there, "package.json"))) continue;
    if (haveSamePackages(here, there)) {
      if (existsSync(join(here, "node_modules"))) symlinkSync(join(here, "node_modules"), join(there, "node_modules"));
    } else await install(there, name);
  }
}

/** A folder and those above it, up to the repository's. */
function upwards(folder: string, base: string, top: string): [here: string, there: string][] {
  const pairs: [string, string][] = [[folder, base]];
  for (let [here, there] = [folder, base]; here !== top && dirname(here) !== here; ) {
    [here, there] = [dirname(here), dirname(there)];
    pairs.push([here, there]);
  }
  return pairs;
}

function haveSamePackages(here: string, there: string): boolean {
  const [one = "", other = ""] = [here, there].map((folder) => textOf(join(folder, "package.json")));
  const same = locks.every((file) => textOf(join(here, file)) === textOf(join(there, file)));
  return same && packagesIn(one) === packagesIn(other);
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function install(folder: string, name: string): Promise<void> {
  const lock = existsSync(join(folder, "package-lock.json")) || existsSync(join(folder, "npm-shrinkwrap.json"));
  const command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((done, fail) => {
    const refuse = (reason: string) =>
      fail(
        new PreviewError(
          `the base ${name} needs other packages than the work tree, and they can't be installed (npm ${command.join(" ")}): ` +
            `${reason}. Have the registry reachable, or give a plan file that \`isotopo preview --format json\` wrote there`,
        ),
      );
    if (!lock) {
      refuse("it has no package-lock.json");
      return;
    }
    execFile("npm", command, { cwd: folder, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) done();
      else refuse(`${stderr}\n${stdout}`.trim().split("\n").slice(-1).join("") || error.message);
    });
  });
}
