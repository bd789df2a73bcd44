import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { git, gitOrFail } from "./git";
import type { Revision } from "./revision";

const prefix = "isotopo-base-";

/** A commit's files, in a temporary folder of their own. */
export class Worktree {
  private readonly atExit = () => this.removeNow();
  private readonly adding = new AbortController();

  private constructor(
    private readonly revision: Revision,
    private readonly folder: string,
    /** Top folder of the files. */
    readonly root: string,
  ) {
    process.once("exit", this.atExit);
  }

  /** Lays out a commit. What runs that were killed have left behind is taken away. */
  static async open(revision: Revision): Promise<Worktree> {
    await sweep(revision.repository);
    const folder = realpathSync(mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`)));
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
    await git(this.revision.repository, ["worktree", "remove", "--force", this.root]);
    rmSync(this.folder, { recursive: true, force: true });
    await git(this.revision.repository, ["worktree", "prune"]);
  }

  /** When the process ends, nothing that waits comes to its end any more. */
  private removeNow(): void {
    this.adding.abort();
    try {
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
      for (const args of forgetting(this.root)) {
        spawnSync("git", ["-C", this.revision.repository, ...args], { stdio: "ignore" });
      }
    } catch {
      // The next run sweeps.
    }
  }
}

async function sweep(repository: string): Promise<void> {
  const { stdout } = await git(repository, ["worktree", "list", "--porcelain"]);
  for (const [, path = "", pid = ""] of stdout.matchAll(/^worktree (.*\/isotopo-base-(\d+)-\w+\/tree)$/gm)) {
    if (isRunning(Number(pid))) continue;
    rmSync(join(path, ".."), { recursive: true, force: true });
    for (const args of forgetting(path)) await git(repository, args);
  }
  await git(repository, ["worktree", "prune"]);
}

/** How git forgets a work tree whose folder is gone. While it lays one out it holds a lock, and `prune` leaves those alone. */
function forgetting(path: string): string[][] {
  return [
    ["worktree", "unlock", path],
    ["worktree", "prune"],
  ];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
