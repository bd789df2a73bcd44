import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownHost } from "../../../preview/base/owner";
import { isotopo } from "../../support/command";
import { projectDir } from "../../support/project";
import { bucketProject, Repository } from "../../support/repository";
import { changedTags, inRepository, previewIn } from "./in-repository";

/** What a run has left behind, in the repository and beside it. */
function leftBehind({ dir, git }: Repository): string[] {
  const trees = git
    .call({ dir }, "worktree", "list", "--porcelain")
    .split("\n")
    .filter((line) => /^worktree/.test(line));
  return [...trees.slice(1), ...readdirSync(join(dir, "..")).filter((name) => name.startsWith("isotopo-base"))];
}

describe("isotopo preview --against a revision", function () {
  this.timeout(60_000);

  it("compares the work tree with it, and leaves nothing behind", () =>
    inRepository(async (repository) => {
      const commit = repository.commit(bucketProject);
      repository.write(changedTags('from: "elsewhere"'));
      const { code, stdout, stderr } = await previewIn(repository, ["dev", "--against", "main"]);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.ok(stdout.startsWith(`shop/dev against main (${commit})\n`), stdout);
      assert.ok(stdout.includes('~  aws:s3:Bucket files\n    ~ tags.from: "tags" → "elsewhere"\n'), stdout);
      assert.ok(stdout.includes("\n1 to update, no mandatory violation, "), stdout);
      assert.deepEqual(leftBehind(repository), []);
    }));

  it("says that nothing changes where nothing does, also in a folder of the repository", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      const { code, stdout } = await previewIn(repository, ["dev", "--against", "HEAD", "--expect-no-changes"]);
      assert.ok(stdout.includes("\nno change, no mandatory violation, "), stdout);
      assert.equal(code, 0);
    }, "deploy/shop"));

  it("sees that a file has other contents, and that nobody knows those of one that is not there", () =>
    inRepository(async (repository) => {
      const program = (page: string) =>
        `const { asset } = require("@pulumi/pulumi");\nconst { BucketObjectv2 } = require("@pulumi/aws/s3");\nnew BucketObjectv2("page", { bucket: "b", source: new asset.FileAsset("${page}") });\n`;
      repository.commit({ ...bucketProject, "index.js": program("page.html"), "page.html": "one" });
      repository.write({ "page.html": "two" });
      const args = ["dev", "--against", "HEAD"];
      const changed = await previewIn(repository, args);
      assert.match(changed.stdout, /~ source\.hash: "[0-9a-f]{16}" → "[0-9a-f]{16}"\n/);
      repository.write({ "page.html": undefined });
      const gone = await previewIn(repository, args);
      assert.match(gone.stdout, /\? source\.hash: "[0-9a-f]{16}" → "\[unknown\]" \(not known before the update\)\n/);
      repository.write({ "page.html": "one" });
      const same = await previewIn(repository, args);
      assert.match(same.stdout, /\nno change, /);
    }));

  it("ends with 1 where no change was expected", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      repository.write({ "Pulumi.dev.yaml": bucketProject["Pulumi.dev.yaml"]?.replace("one", "two") });
      const { code } = await previewIn(repository, ["dev", "--against", "HEAD", "--expect-no-changes"]);
      assert.equal(code, 1);
    }));

  it("has all of a new stack created, and all of one that is gone deleted", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      repository.write({ "Pulumi.dev.yaml": undefined, "Pulumi.new.yaml": bucketProject["Pulumi.dev.yaml"] });
      const { code, stdout } = await previewIn(repository, ["--all", "--against", "HEAD"]);
      assert.equal(code, 0);
      assert.ok(stdout.endsWith("2 stacks\n  dev  1 to delete\n  new  2 to create\n"), stdout);
    }));

  it("has all created where the project itself is new", () =>
    inRepository(async (repository) => {
      repository.commit({});
      repository.write(bucketProject);
      const { stdout } = await previewIn(repository, ["dev", "--against", "HEAD"]);
      assert.ok(stdout.includes("\n2 to create, "), stdout);
    }));

  it("tells an error of the base's program as the base's", () =>
    inRepository(async (repository) => {
      const commit = repository.commit({ ...bucketProject, "tags.js": 'throw new Error("there are no tags");\n' });
      repository.write(bucketProject);
      const { code, stdout, stderr } = await previewIn(repository, ["dev", "--against", "main"]);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.ok(
        stderr.startsWith(`isotopo: the base main (${commit}): `) && stderr.includes("there are no tags"),
        stderr,
      );
      assert.ok(!stderr.includes("isotopo-base"), stderr);
      assert.deepEqual(leftBehind(repository), []);
    }));

  it("installs the base's own packages where it asks for others, and says so where it can't", () =>
    inRepository(async (repository) => {
      const lock = {
        name: "shop",
        lockfileVersion: 3,
        packages: { "": { name: "shop", dependencies: { left: "1.0.0" } }, "node_modules/left": { version: "1.0.0" } },
      };
      const manifest = '{ "name": "shop", "main": "index.js", "dependencies": { "left": "1.0.0" } }\n';
      repository.commit({ ...bucketProject, "package.json": manifest, "package-lock.json": JSON.stringify(lock) });
      repository.write({ "package.json": bucketProject["package.json"] });
      const nowhere = {
        npm_config_registry: "http://127.0.0.1:9/",
        npm_config_fetch_retries: "0",
        npm_config_cache: join(repository.dir, "../cache"),
      };
      const { code, stderr } = await previewIn(repository, ["dev", "--against", "HEAD"], nowhere);
      assert.equal(code, 2);
      assert.match(
        stderr,
        /^isotopo: the base HEAD \(\w+\) needs other packages than the work tree, and they can't be installed \(npm ci .*\): .*\. Have the registry reachable, or give a plan file that `isotopo preview --format json` wrote there\n$/,
      );
      assert.deepEqual(leftBehind(repository), []);
    }));

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
      const args = [join(projectDir, "bin/isotopo.js"), "preview", "dev", "--no-policy", "--against", "HEAD"];
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

  it("runs no hook of the repository", () =>
    inRepository(async (repository) => {
      repository.commit({ ...bucketProject, "hooks/post-checkout": "#!/bin/sh\necho hooked > hooked\n" });
      repository.git("config", "core.hooksPath", join(repository.project, "hooks"));
      const { code } = await previewIn(repository, ["dev", "--against", "HEAD"]);
      assert.equal(code, 0);
      assert.ok(!readdirSync(repository.dir).includes("hooked"));
    }));

  const mistakes: [name: string, against: string, words: string][] = [
    [
      "no revision",
      "nothing",
      '--against "nothing" is no revision of this repository; name a branch, a tag or a commit, or a plan file that ends in .json',
    ],
    [
      "an option of git",
      "--output=/tmp/x",
      '--against "--output=/tmp/x" is no revision of this repository; name a branch, a tag or a commit, or a plan file that ends in .json',
    ],
    [
      "a line break",
      "main\nother",
      '--against "main\\nother" is no revision of this repository; name a branch, a tag or a commit, or a plan file that ends in .json',
    ],
    ["a file that is missing", "missing.json", "--against missing.json: there is no such file"],
  ];
  for (const [name, against, words] of mistakes) {
    it(`that is ${name} is told in a line`, () =>
      inRepository(async (repository) => {
        repository.commit(bucketProject);
        const { code, stdout, stderr } = await previewIn(repository, ["dev", `--against=${against}`]);
        assert.deepEqual([code, stdout, stderr], [2, "", `isotopo: ${words}\n`]);
      }));
  }

  it("needs a repository", async () => {
    const folder = mkdtempSync(join(tmpdir(), "isotopo-test-"));
    try {
      const repository = new Repository(folder);
      repository.write(bucketProject);
      rmSync(join(folder, ".git"), { recursive: true });
      const { code, stderr } = await isotopo(["preview", "dev", "--no-policy", "--against", "main"], {
        cwd: folder,
        env: { GIT_CEILING_DIRECTORIES: tmpdir() },
      });
      assert.deepEqual(
        [code, stderr],
        [
          2,
          `isotopo: --against main: ${folder} is in no git repository; give a plan file that \`isotopo preview --format json\` wrote\n`,
        ],
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("tells the cure where the repository belongs to another user", () =>
    inRepository(async (repository) => {
      repository.commit(bucketProject);
      // Git's own switch to test what it does with a folder of another user.
      const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
      const { code, stderr } = await previewIn(repository, ["dev", "--against", "main"], env);
      const words = `--against main: ${repository.dir} belongs to another user, so git does not read it; where you trust it: git config --global --add safe.directory '${repository.dir}'`;
      assert.deepEqual([code, stderr], [2, `isotopo: ${words}\n`]);
    }));

  it("previews a program whose main is a file", () =>
    inRepository(async (repository) => {
      const { "index.js": program, ...others } = bucketProject;
      const manifest = "name: shop\nmain: start.js\nruntime: { name: nodejs, options: { typescript: false } }\n";
      repository.write({ ...others, "start.js": program, "Pulumi.yaml": manifest });
      const { code, stdout, stderr } = await previewIn(repository, ["dev"]);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.ok(stdout.includes("aws:s3:Bucket files"), stdout);
    }));

  it("compares with a plan file, whose secrets it can't see", () =>
    inRepository(async (repository) => {
      repository.write(bucketProject);
      const first = await previewIn(repository, ["dev", "--format", "json", "--out", "plan.json"]);
      assert.equal(first.code, 0, first.stderr);
      repository.write(changedTags('from: "elsewhere"'));
      const { code, stdout } = await previewIn(repository, ["dev", "--against", "plan.json"]);
      assert.equal(code, 0);
      assert.ok(stdout.startsWith("shop/dev against plan.json\n") && stdout.includes("\n1 to update, "), stdout);
    }));
});
