import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Reading } from "./reading";

/** Number of readings that are kept for one stack: those used last. */
const most = 12;

const answers = z.record(z.string(), z.string());
const readingSchema = z.strictObject({
  paths: answers,
  lists: answers,
  below: answers,
  stems: z.array(z.string()),
  settings: answers,
  any: z.string().optional(),
});

/**
 * The folder where readings are kept between runs: `ISOTOPO_CACHE`, else `isotopo` in `XDG_CACHE_HOME`, else in `~/.cache`;
 * undefined where `ISOTOPO_CACHE` is empty, or there is no home.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.ISOTOPO_CACHE !== undefined) return env.ISOTOPO_CACHE === "" ? undefined : env.ISOTOPO_CACHE;
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, "isotopo");
  try {
    return join(homedir(), ".cache", "isotopo");
  } catch {
    return undefined;
  }
}

/** The folder for readings, or why none are kept, in words. */
export function whereKept(env: NodeJS.ProcessEnv = process.env): string {
  const folder = cacheFolder(env);
  if (folder === undefined) {
    return `not kept, as ${env.ISOTOPO_CACHE === "" ? "ISOTOPO_CACHE is empty" : "there is no home folder"}`;
  }
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return `kept in ${folder} from now on`;
  } catch {
    return `not kept, as ${folder} can't be written to`;
  }
}

/**
 * Stores readings as files: one each, named by its content, and put in place whole, so that simultaneous runs do not
 * collide. A folder that can't be written to is no error: the next run records its own.
 */
export class Store {
  constructor(private readonly folder: string | undefined) {}

  /** The readings of a stack, newest first. Invalid files are ignored. */
  of(key: string): Reading[] {
    const dir = this.dirOf(key);
    return dir === undefined ? [] : filesIn(dir).flatMap(({ path }) => readingIn(path) ?? []);
  }

  /** Stores a reading, or marks it as used. */
  keep(key: string, reading: Reading): void {
    const dir = this.dirOf(key);
    if (dir === undefined) return;
    const text = JSON.stringify(reading);
    const path = join(dir, `${hashOf(text)}.json`);
    const draft = `${path}.${process.pid}.draft`;
    try {
      mkdirSync(dir, { recursive: true });
      if (statSync(path, { throwIfNoEntry: false }) === undefined) {
        writeFileSync(draft, text);
        renameSync(draft, path);
        for (const { path: old } of filesIn(dir).slice(most)) rmSync(old, { force: true });
      } else utimesSync(path, new Date(), new Date());
    } catch {
      removeIfThere(draft);
    }
  }

  private dirOf(key: string): string | undefined {
    return this.folder === undefined ? undefined : join(this.folder, "reads", hashOf(key));
  }
}

function filesIn(dir: string): { path: string; time: number }[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => {
        const path = join(dir, name);
        const stat = statSync(path, { throwIfNoEntry: false });
        return stat === undefined ? [] : [{ path, time: stat.mtimeMs }];
      })
      .sort((a, b) => b.time - a.time || (a.path < b.path ? -1 : 1));
  } catch {
    return [];
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is no folder: nothing was written.
  }
}

function readingIn(path: string): Reading | undefined {
  try {
    return readingSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
