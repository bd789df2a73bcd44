import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where packages are kept from one run to the next. */
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "isotopo-test-sdks");

/** What npm prints. Throws where it fails, as without a network. */
function npm(args: readonly string[], cwd?: string): string {
  const all = [...args, "--no-audit", "--no-fund", "--loglevel=error"];
  return execFileSync("npm", all, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** The newest version of a package that the registry has; undefined where there is no registry. */
export function newestOf(name: string): string | undefined {
  try {
    return npm(["view", name, "version", "--fetch-retries=1", "--fetch-timeout=20000"]);
  } catch {
    return undefined;
  }
}

/** A folder in which these packages are installed, and no other that they don't ask for. */
export function installed(name: string, dependencies: Readonly<Record<string, string>>): string {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, "package.json"), JSON.stringify({ name: "program", private: true, dependencies }));
    npm(["install"], draft);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** The program of a major version of Node.js: the one that runs, or else one that npm has. */
export function nodeOf(major: number): string {
  const [running] = process.versions.node.split(".");
  if (Number(running) === major) return process.execPath;
  return join(installed(`node-${major}`, { node: String(major) }), "node_modules/node/bin/node");
}
