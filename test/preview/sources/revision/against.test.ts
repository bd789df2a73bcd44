import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isotopo } from "../../../support/command";
import { bucketProject, Repository } from "../../../support/repository";
import { changedTags, inRepository, leftBehind, previewIn } from "./in-repository";

describe("isotopo preview --against a revision", function () {
  this.timeout(60_000);

  it("compares the work tree with it, and leaves nothing behind", () =>
    inRepository(async (repository) => {
      const commit = repository.commit(bucketProject);
      repository.write(changedTags('from: "elsewhere"'));
      const { code, stdout, stderr } = await previewIn(repository, ["dev", "--against", "main"]);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, /^✔ 1 resource is updated\. No data is lost, policies were not asked\.\n/);
      assert.ok(stdout.includes(`\nshop/dev against main (${commit})\n`), stdout);
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

  it("sees that a file has other contents; one that is not there is refused, but in the base, where they are unknown", () =>
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
      assert.equal(gone.code, 2);
      assert.match(gone.stderr, /failed to open asset file '.*page\.html': no such file or directory/);
      repository.write({ "page.html": "one" });
      const same = await previewIn(repository, args);
      assert.match(same.stdout, /\nno change, /);
      repository.commit({ "index.js": program("built.html") });
      repository.write({ "built.html": "one" });
      const built = await previewIn(repository, args);
      assert.match(built.stdout, /\? source\.hash: "\[unknown\]" → "[0-9a-f]{16}" \(not known before the update\)\n/);
    }));

  it("has the base read its own files by the paths in its environment", () =>
    inRepository(async (repository) => {
      const { project } = repository;
      const folders = [
        "PWD",
        "INIT_CWD",
        "npm_config_local_prefix",
        "GITHUB_WORKSPACE",
        "CI_PROJECT_DIR",
        "OWN_FOLDER",
      ];
      const program = `const { readFileSync } = require("node:fs");
const { Bucket } = require("@pulumi/aws/s3");
for (const name of ${JSON.stringify(folders)})
  new Bucket(name, { bucket: readFileSync(process.env[name] + "/name.txt", "utf8") });
new Bucket("file", { bucket: readFileSync(process.env.OWN_FILE, "utf8") });
new Bucket("ignored", { bucket: readFileSync(process.env.OWN_KEY, "utf8") });
`;
      repository.write({ ".gitignore": "node_modules\nkey.txt\n", "key.txt": "key" });
      repository.commit({ ...bucketProject, "index.js": program, "name.txt": "before" });
      repository.write({ "name.txt": "after" });
      const env = Object.fromEntries(folders.map((name) => [name, project]));
      const own = { OWN_FILE: join(project, "name.txt"), OWN_KEY: join(project, "key.txt") };
      const { stdout } = await previewIn(repository, ["dev", "--against", "HEAD"], { ...env, ...own });
      assert.ok(stdout.includes(`\n${folders.length + 1} to replace, `), stdout);
      assert.equal(stdout.split('bucket: "before" → "after"').length, folders.length + 2);
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
      assert.ok(stdout.includes("\n\nshop/dev against plan.json\n") && stdout.includes("\n1 to update, "), stdout);
    }));
});
