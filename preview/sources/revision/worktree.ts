import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { addCopy } from "../../engine/moved-paths";
import { git, gitOrFail } from "./git";
import { isRunning, ownHost } from "./owner";
import type { Revision } from "./revision";

/** A commit's files, in a temporary folder of their own. */
export class Worktree {
  private readonly atExit = () => this.removeNow();
  private readonly adding = new AbortController();
  private readonly forgetCopy: () => void;

  private constructor(
    private readonly revision: Revision,
    private readonly folder: string,
    /** Top folder of the files. */
    readonly root: string,
  ) {
    process.once("exit", this.atExit);
    this.forgetCopy = addCopy({ here: realpathSync(revision.repository), there: root });
  }

  /** Checks out a commit. The remains of killed runs are removed. */
  static async open(revision: Revision): Promise<Worktree> {
    await sweep(revision.repository);
    const folder = realpathSync(mkdtempSync(join(tmpdir(), `isotopo-base-${ownHost()}-${process.pid}-`)));
    const tree = new Worktree(revision, folder, join(folder, "tree"));
    try {
      const args = ["worktree", "add", "--quiet", "--detach", tree.root, revision.commit];
      await gitOrFail(revision.repository, args, `the base ${revision.name} can't be laid out`, tree.adding.signal);
      return tree;
    } catch (error) {
      await tree.close();
      throw error;
    }
  }

  /** The same folder as one of the repository. */
  at(folder: string): string {
    return join(this.root, relative(realpathSync(this.revision.repository), realpathSync(folder)));
  }

  async close(): Promise<void> {
    process.off("exit", this.atExit);
    this.forgetCopy();
    await takeAway(this.revision.repository, this.folder, this.root);
  }

  /** When the process ends, pending asynchronous work never finishes. */
  private removeNow(): void {
    this.adding.abort();
    try {
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
      spawnSync("git", ["-C", this.revision.repository, ...forgetting(this.root)], { stdio: "ignore" });
    } catch {
      // The next run sweeps.
    }
  }
}

/** Removes the remains of this host's runs; whether another host's run still lives is unknown. */
async function sweep(repository: string): Promise<void> {
  const { stdout } = await git(repository, ["worktree", "list", "--porcelain"]);
  for (const [, path = "", host, pid] of stdout.matchAll(/^worktree (.*\/isotopo-base-(\w+)-(\d+)-\w+\/tree)$/gm)) {
    if (host !== ownHost() || isRunning(Number(pid))) continue;
    await takeAway(repository, join(path, ".."), path);
  }
}

/**
 * Removes a work tree and git's record of it. What can't be removed now, as another run sweeps it too or a process still writes
 * there, keeps its record, so that a later run sweeps it: it is no reason for this run to fail.
 */
async function takeAway(repository: string, folder: string, root: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    return;
  }
  await git(repository, forgetting(root));
}

/**
 * git's command to forget one work tree, whether its folder exists or not, and also if git was stopped during the checkout
 * and left a lock. Never `prune`: that forgets every work tree whose folder is not visible right now, such as one outside a
 * container, with its staged changes.
 */
function forgetting(path: string): string[] {
  return ["worktree", "remove", "--force", "--force", path];
}
