import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownHost } from "../../../../preview/sources/revision/owner";
import { projectDir } from "../../../support/project";
import { bucketProject, type Repository } from "../../../support/repository";
import { changedTags, inRepository, leftBehind, previewIn } from "./in-repository";

describe("the work tree of a base", function () {
  this.timeout(60_000);

  it("is not disturbed by another run at the same time", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      repository.write(changedTags('from: "elsewhere"'));
      const runs = await Promise.all([1, 2].map(() => previewIn(repository, ["dev", "--against", "HEAD"])));
      for (const { code, stdout } of runs) {
        assert.equal(code, 0);
        assert.ok(stdout.includes("\n1 to update, "), stdout);
      }
      assert.deepEqual(leftBehind(repository), []);
    }));

  // No process has this number. Git's record is there while the folder is, and after it is gone.
  const left = (host: string) => `../isotopo-base-${host}-4194305-abc`;
  const addLeft = (repository: Repository, host: string) => {
    const tree = join(repository.dir, left(host), "tree");
    repository.git("worktree", "add", "--quiet", "--detach", tree, "HEAD");
    // It was killed while git laid the files out.
    repository.git("worktree", "lock", tree);
    return tree;
  };

  for (const isThere of [true, false]) {
    it(`takes away what a run that was killed has left, its folder ${isThere ? "there" : "gone"}`, () =>
      inRepository(async (repository) => {
        repository.commit(bucketProject);
        const tree = addLeft(repository, ownHost());
        if (!isThere) rmSync(join(tree, ".."), { recursive: true });
        await previewIn(repository, ["dev", "--against", "HEAD"]);
        assert.deepEqual(leftBehind(repository), []);
      }));
  }

  it("does not fail where something still writes into what was left", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      const tree = addLeft(repository, ownHost());
      const script = 'while :; do mkdir -p "$0/a/b" && : > "$0/a/b/$((n = (n + 1) % 50))"; done';
      const writer = spawn("sh", ["-c", script, tree], { stdio: "ignore" });
      try {
        assert.equal((await previewIn(repository, ["dev", "--against", "HEAD"])).code, 0);
      } finally {
        writer.kill("SIGKILL");
      }
    }));

  it("leaves alone what another host may be running", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      const tree = addLeft(repository, "0123abcd");
      await previewIn(repository, ["dev", "--against", "HEAD"]);
      assert.deepEqual(leftBehind(repository), [`worktree ${realpathSync(tree)}`, "isotopo-base-0123abcd-4194305-abc"]);
    }));

  it("forgets no other work tree of the repository, also where its folder is away for now", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      const other = join(repository.dir, "../other");
      const away = join(repository.dir, "../away");
      repository.git("worktree", "add", "--quiet", "--detach", other, "HEAD");
      writeFileSync(join(other, "staged.txt"), "1\n");
      const inOther = (...args: string[]) => repository.git.call({ dir: other }, ...args);
      inOther("add", "staged.txt");
      renameSync(other, away);
      const { code } = await previewIn(repository, ["dev", "--against", "HEAD"]);
      renameSync(away, other);
      assert.deepEqual([code, inOther("status", "--porcelain")], [0, "A  staged.txt"]);
    }));

  it("leaves nothing behind when it is interrupted", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      const args = [join(projectDir, "preview/bin/isotopo.js"), "preview", "dev", "--no-policy", "--against", "HEAD"];
      const child = spawn(process.execPath, args, {
        cwd: repository.project,
        env: { ...process.env, TMPDIR: join(repository.dir, "..") },
        stdio: "ignore",
      });
      const ended = new Promise((done) => child.once("close", done));
      while (leftBehind(repository).length < 2) await new Promise((done) => setTimeout(done, 20));
      child.kill("SIGINT");
      assert.equal(await ended, 130);
      assert.deepEqual(leftBehind(repository), []);
    }));
});
