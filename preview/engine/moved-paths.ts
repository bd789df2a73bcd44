import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";

/** Tops of a work tree and of a copy of its repository, with links resolved. */
export interface Copy {
  here: string;
  there: string;
}

/** Variables of the machine, not of a repository: they keep their paths wherever these are. */
const ofMachine = /^(?:PATH|NODE_OPTIONS|HOME|TMPDIR|TMP|TEMP|XDG_\w+|ISOTOPO_\w+)$/;

const copies = new Set<Copy>();

/** From now on processes that start in a copy get the copy's paths. The returned function ends that. */
export function addCopy(copy: Copy): () => void {
  copies.add(copy);
  return () => void copies.delete(copy);
}

/**
 * The environment of a process in a folder. `PWD` is that folder. In a copy of a repository, variables that name the work
 * tree or a path in it, such as `INIT_CWD` and `GITHUB_WORKSPACE`, name the same path in the copy. A path that git ignores
 * is not in the copy, so it stays.
 */
export function environmentIn(folder: string, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const copy = [...copies].find(({ there }) => isIn(folder, there));
  const moved = copy === undefined ? {} : movedIn(copy, env);
  return { ...env, ...moved, PWD: folder };
}

function movedIn({ here, there }: Copy, env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value = ""]): [string, string][] => {
      if (ofMachine.test(name) || !isAbsolute(value)) return [];
      const path = existsSync(value) ? realpathSync(value) : value;
      if (!isIn(path, here)) return [];
      const target = join(there, relative(here, path));
      return existsSync(target) || !isIgnored(path, here) ? [[name, target]] : [];
    }),
  );
}

function isIn(path: string, top: string): boolean {
  return path === top || path.startsWith(join(top, sep));
}

function isIgnored(path: string, top: string): boolean {
  return spawnSync("git", ["-C", top, "check-ignore", "--quiet", "--", path], { stdio: "ignore" }).status === 0;
}
