import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { environmentIn } from "../../engine/moved-paths";
import { PreviewError } from "../../model/errors";
import { manifestIn } from "../../project/package-manifest";
import { record } from "../../project/record";
import { provideDependencies } from "./dependencies";
import { gitOrFail } from "./git";
import { lackingWords, type Tops } from "./linked-packages";
import { packPackages } from "./pack-packages";
import type { Revision } from "./revision";
import type { Worktree } from "./worktree";

/** The policy packs of a base, for those of the work tree. */
export interface BasePacks {
  /** Files of the packs that differ, and those by which they get other packages, by their paths from the repository's top. */
  changed: readonly string[];
  /** The folders to judge by: the base's own where a pack differs, else the same one. */
  folders: readonly string[];
  /** Why the base's own can't be asked, where it can't. */
  failure?: string;
}

/** Pages of a pack change nothing of what it says. */
const pages = /\.(?:md|png|svg|txt)$/i;

/**
 * The packs as they are in the base. One that differs is built there, by its own `build` script, where what it starts with is not in the
 * commit, with the packages that it asks for there: its rules may be in them. Packs from outside the repository are the same on both sides.
 */
export async function basePacks(packs: readonly string[], revision: Revision, tree: Worktree): Promise<BasePacks> {
  const top = realpathSync(revision.repository);
  const inside = packs.filter((pack) => existsSync(pack) && !relative(top, realpathSync(pack)).startsWith(".."));
  const changed = new Map<string, string[]>();
  for (const pack of inside) {
    const packages = packPackages(relative(top, realpathSync(pack)), { here: top, there: tree.root });
    const folders = packages.folders.map((folder) => join(top, folder)).filter((folder) => existsSync(folder));
    const lists = await Promise.all([pack, ...folders].map((folder) => differing(folder, revision)));
    const files = [...new Set([...lists.flat(), ...packages.files])];
    if (files.length > 0) changed.set(pack, files);
  }
  const all = [...changed.values()].flat();
  try {
    const folders: string[] = [];
    for (const pack of packs) {
      if (!changed.has(pack)) folders.push(pack);
      else if (existsSync(tree.at(pack)))
        folders.push(await built(tree.at(pack), revision.name, { here: top, there: tree.root }));
    }
    return { changed: all, folders };
  } catch (error) {
    if (!(error instanceof PreviewError)) throw error;
    return { changed: all, folders: [], failure: error.message };
  }
}

async function differing(pack: string, { repository, commit, name }: Revision): Promise<string[]> {
  const failed = `what differs of the policy pack from ${name} can't be listed`;
  const tracked = ["diff", "--name-only", "--no-renames", "-z", commit, "--", realpathSync(pack)];
  const untracked = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", realpathSync(pack)];
  const lists = [await gitOrFail(repository, tracked, failed), await gitOrFail(repository, untracked, failed)];
  const files = lists.flatMap((list) => list.split("\0")).filter((file) => file !== "" && !pages.test(file));
  return [...new Set(files)].filter((file) => !file.split("/").includes("node_modules")).sort();
}

/** The pack in the base, ready to start. */
async function built(folder: string, name: string, tops: Tops): Promise<string> {
  const lacking = await provideDependencies([folder], tops, name);
  // A manifest that is not JSON is reported when the pack starts.
  const { main, scripts } = manifestIn(folder) ?? {};
  const isBuilt = typeof main !== "string" || existsSync(join(folder, main));
  if (isBuilt || typeof record(scripts).build !== "string") return folder;
  await new Promise<void>((done, fail) => {
    const options = { cwd: folder, env: environmentIn(folder), maxBuffer: 16 * 1024 * 1024 };
    execFile("npm", ["run", "--silent", "build"], options, (error, _, stderr) => {
      const [last = error?.message ?? ""] = stderr.trim().split("\n").slice(-1);
      const why = lackingWords(stderr, lacking);
      const words = [...(why === "" ? [] : [why]), last.replaceAll(folder, ".")].join("; ");
      if (error === null) done();
      else fail(new PreviewError(`the policy pack of the base ${name} can't be built: ${words}`));
    });
  });
  return folder;
}
