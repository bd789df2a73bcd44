import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isotopo } from "../../../support/command";
import { bucketProject, Repository } from "../../../support/repository";

/** Runs a test in a repository of its own. */
export async function inRepository(use: (repository: Repository) => Promise<void>, at = "."): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "isotopo-test-"));
  try {
    await use(new Repository(join(folder, "repository"), at));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command in a project, without policies and in a temporary folder of its own. */
export function previewIn({ project, dir }: Repository, args: readonly string[], env: Record<string, string> = {}) {
  return isotopo(["preview", "--no-policy", ...args], { cwd: project, env: { TMPDIR: join(dir, ".."), ...env } });
}

/** The project's tags, otherwise. */
export const changedTags = (tags: string) => ({
  "tags.js": bucketProject["tags.js"]?.replace('from: "tags"', tags),
});

/** What a run has left behind, in the repository and beside it. */
export function leftBehind({ dir, git }: Repository): string[] {
  const trees = git
    .call({ dir }, "worktree", "list", "--porcelain")
    .split("\n")
    .filter((line) => /^worktree/.test(line));
  return [...trees.slice(1), ...readdirSync(join(dir, "..")).filter((name) => name.startsWith("isotopo-base"))];
}
