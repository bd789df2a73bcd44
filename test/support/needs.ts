import { existsSync } from "node:fs";

/** Whether `.ci/run` installs what tests need beside Node.js: in CI, as root, with Debian's packages. */
function isInstalledByCi(): boolean {
  return process.env.CI === "true" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/**
 * Skips a test, or all of a suite, where something is not installed, and says so. In CI it fails instead: a run that left
 * out what it is for must not look well.
 */
export function skipWithout(context: Pick<Mocha.Context, "skip">, what: string, installed = isInstalledByCi()): never {
  if (installed) throw new Error(`${what}, and CI has to install it (.ci/run)`);
  console.log(`        SKIPPED: ${what}`);
  return context.skip();
}
