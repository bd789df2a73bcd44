import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../support/command";
import { projectDir } from "../support/project";
import { copyOfProject, type ProjectCopy } from "../support/project-copy";
import { shipped } from "../support/shipped";

/** A stack whose image the pull request changes. */
const changed = shipped.find(({ cloud }) => cloud === "kubernetes")?.stack ?? "";

const identity = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
};

describe("the steps of the preview workflow, on this machine", function () {
  this.timeout(120_000);
  let copy: ProjectCopy;
  before(() => {
    copy = copyOfProject();
  });
  after(() => copy.remove());

  it("preview what a pull request changes, and make its pages", async () => {
    const git = async (...args: string[]) => {
      const { code, stderr } = await run("git", args, { cwd: copy.dir, env: identity });
      assert.equal(code, 0, stderr);
    };
    await git("init", "--quiet", "--initial-branch=main");
    writeFileSync(join(copy.dir, ".git/info/exclude"), "node_modules\n");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "before");
    const stack = join(copy.dir, `stacks/Pulumi.${changed}.yaml`);
    writeFileSync(stack, readFileSync(stack, "utf8").replace(/sha256:0{64}/, `sha256:${"a".repeat(64)}`));
    await git("commit", "--quiet", "--all", "--message", "a new image");
    const args = [
      "--import",
      "tsx",
      "tools/workflows/run-locally.ts",
      "preview",
      "--base",
      "HEAD~1",
      "--repository",
      copy.dir,
    ];
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: projectDir, env: identity });
    assert.equal(code, 0, stderr);
    assert.ok(
      stderr.includes(`1 touched by stacks/Pulumi.${changed}.yaml, which the program reads: ${changed}`),
      stderr,
    );
    assert.match(stdout, /== Preview what changes\n== Make the pages\n/);
    assert.match(stdout, /<!-- isotopo:preview:preview -->\n## ✅ Routine: image `[\w-]+` moves; .* rolls? out\. /);
  });

  it("are refused where a workflow or an option is not there", async () => {
    for (const [args, words] of [
      [["nothing"], /nothing\.yml is missing; usage/],
      [["preview", "--else", "x"], /--else is not known; usage/],
    ] as const) {
      const { code, stderr } = await run(
        process.execPath,
        ["--import", "tsx", "tools/workflows/run-locally.ts", ...args],
        { cwd: projectDir },
      );
      assert.equal(code, 2);
      assert.match(stderr, words);
    }
  });
});
