import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const projectDir = resolve(__dirname, "..");

/** What is built, by package: tests start what its build made, and load its sources. */
const packages = { policy: "policy/dist/index.js", preview: "preview/dist/cli.js" };

/** Builds the packages whose sources are newer than what was made of them. */
export function buildPackages(): void {
  // Of both: the previewer has the protocol of the pack in it.
  const changedAt = Math.max(...Object.keys(packages).map((folder) => newest(join(projectDir, folder))));
  for (const [name, made] of Object.entries(packages)) {
    const madeAt = statSync(join(projectDir, made), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (madeAt > changedAt) continue;
    execFileSync("npm", ["run", "--silent", "build", "--workspace", name], { cwd: projectDir, stdio: "inherit" });
  }
}

/** When the newest source was written, in milliseconds. */
function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/(?:^|[\\/])(?:dist|node_modules)[\\/]/.test(name))
    .reduce((time, name) => Math.max(time, statSync(join(folder, name)).mtimeMs), 0);
}

/** Mocha calls this once, before all tests. */
export function mochaGlobalSetup(): void {
  buildPackages();
}
