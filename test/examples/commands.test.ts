import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLines, fileBlocks } from "../support/code-blocks";
import { run } from "../support/command";
import { projectDir } from "../support/project";
import { copyOfProject, type ProjectCopy } from "../support/project-copy";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "policy/README.md",
  "docs/add-your-application.md",
  "docs/adding-a-cloud.md",
  "docs/azure.md",
  "docs/comments.md",
  "docs/delivery.md",
  "docs/gcp.md",
  "docs/kubernetes.md",
];

/** What `.ci/run` runs word for word: here it would run itself, or take the installed packages away. */
const inCi = ["npm ci && npm test", "npm run check", "npm ci"];

/** Commands in pages, without those that need an account (`sh account`). */
const commands = pages.flatMap((page) => commandLines(read(page)).map((command) => ({ page, command })));
/** Each command once, with the pages that say it. */
const distinct = new Map(
  commands.map(({ command }) => [command, commands.filter((other) => other.command === command)] as const),
);

describe("commands in the documentation", () => {
  let copy: ProjectCopy | undefined;
  before(() => {
    copy = copyOfProject();
    // The guide's own files, which its commands are about.
    for (const { path, content } of pages.flatMap((page) => fileBlocks(read(page)))) {
      writeFileSync(join(copy.dir, path), content);
    }
    // What compares with HEAD needs one.
    const identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false"];
    execFileSync("git", ["init", "--quiet", copy.dir]);
    const exclude = join(copy.dir, ".git/info/exclude");
    writeFileSync(exclude, "node_modules\ndist\n");
    execFileSync("git", ["-C", copy.dir, "add", "--all"]);
    execFileSync("git", ["-C", copy.dir, ...identity, "commit", "--quiet", "--message", "the project"]);
    // What commands write is no part of the project: it would touch every stack.
    writeFileSync(exclude, "node_modules\ndist\n/*.json\n/*.html\n/*.sarif\n/manifests\n");
  });
  after(() => copy?.remove());

  it("are there", () => assert.ok(commands.length >= 10));

  it("of the checks are what CI runs", () => {
    const ci = readFileSync(join(projectDir, ".ci/run"), "utf8");
    assert.ok(ci.includes("npm ci && npm test") && ci.includes("npm run --silent check"));
  });

  for (const [command, said] of [...distinct].filter(([command]) => !inCi.includes(command))) {
    it(`${said.map(({ page }) => page).join(", ")}: ${command}`, async () => {
      const { code, stderr, stdout } = await run("sh", ["-c", command.replace("npm ci && ", "")], { cwd: copy?.dir });
      assert.equal(code, 0, `${stdout.slice(-500)}\n${stderr}`);
    });
  }
});

function read(page: string): string {
  return readFileSync(join(projectDir, page), "utf8");
}
