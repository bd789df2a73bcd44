import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isotopo } from "../../../support/command";
import { bucketProject, type Repository } from "../../../support/repository";
import { changedTags, inRepository, previewIn } from "./in-repository";

/** What the command says of the stacks that a change touches; the words before those of the base that is previewed first. */
async function touched(repository: Repository, args: readonly string[] = [], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await previewIn(repository, ["--changed", "--against", "HEAD", ...args], env);
  const stacks = stdout.match(/^shop\/\w+ against /gm)?.length ?? 0;
  const lines = stderr.split(/(?<=\n)/);
  const first = lines.filter((line) => line.startsWith("Nothing is known yet "));
  return { code, stdout, stacks, first: first.join(""), words: lines.filter((line) => !first.includes(line)).join("") };
}

const two: Readonly<Record<string, string | undefined>> = {
  ...bucketProject,
  "Pulumi.prod.yaml": bucketProject["Pulumi.dev.yaml"],
  "README.md": "Shop\n",
  "other.js": "\n",
};

describe("isotopo preview --changed", function () {
  this.timeout(60_000);

  const table: [change: string, files: Record<string, string | undefined>, words: string, stacks: number][] = [
    [
      "a stack's file: that stack",
      { "Pulumi.prod.yaml": two["Pulumi.prod.yaml"]?.replace("one", "two") },
      "1 touched by Pulumi.prod.yaml, which the program reads: prod\n",
      1,
    ],
    [
      "code that the program loads: all",
      changedTags('from: "elsewhere"'),
      "2 touched by tags.js, which the program loads: dev, prod\n",
      2,
    ],
    [
      "files that nothing reads, untracked among them: none",
      { "plan.json": "{}\n", "README.md": "Shop!\n", "other.js": "1;\n" },
      "Nothing that differs from HEAD (%s) touches a stack.\n",
      0,
    ],
  ];
  for (const [change, files, words, stacks] of table) {
    it(`after a change of ${change}`, () =>
      inRepository(async (repository) => {
        const commit = repository.commit(two);
        repository.write(files);
        const found = await touched(repository);
        assert.deepEqual([found.code, found.words, found.stacks], [0, words.replace("%s", commit), stacks]);
      }));
  }

  const programs: [kind: string, program: string, words: string][] = [
    [
      "that runs another one, any file touches all",
      'require("node:child_process").execFileSync("true");\n',
      "2 touched by notes.txt, as the program runs true and may so take any file: dev, prod\n",
    ],
    [
      "that bundles with esbuild, any file touches all",
      'require("esbuild").buildSync({ entryPoints: ["./other.js"], bundle: true, write: false });\n',
      "2 touched by notes.txt, as the program loads esbuild, which opens files by itself, and may so take any file: dev, prod\n",
    ],
    [
      "that starts a thread, any file touches all",
      'new (require("node:worker_threads").Worker)("0;", { eval: true });\n',
      "2 touched by notes.txt, as the program starts a thread and may so take any file: dev, prod\n",
    ],
    [
      "that chooses ES modules, any file touches all",
      'import("./" + "other.js");\n',
      "2 touched by notes.txt, as the program chooses ES modules while it runs and may so take any file: dev, prod\n",
    ],
    [
      "that can't be previewed in the base, any file touches all",
      "throw new Error();\n",
      "2 touched by the change as a whole, as the base can't be previewed: dev, prod\n",
    ],
  ];
  for (const [kind, program, words] of programs) {
    it(`of a program ${kind}`, () =>
      inRepository(async (repository) => {
        repository.commit({ ...two, "index.js": program });
        repository.write({ "notes.txt": "Shop!\n" });
        assert.ok((await touched(repository)).words.startsWith(words));
      }));
  }

  it("in a fresh clone previews no base for a stack's file, pages and what tools keep", () =>
    inRepository(async (repository) => {
      repository.commit(two);
      const config = two["Pulumi.prod.yaml"]?.replace("one", "two");
      repository.write({ "Pulumi.prod.yaml": config, "README.md": "Shop!\n", ".github/workflows/x.yml": "a: 1\n" });
      // The link to the packages is untracked then, and no change.
      repository.write({ ".gitignore": "node_modules/\n" });
      const { first, words, stacks } = await touched(repository);
      assert.deepEqual(
        [first, words, stacks],
        ["", "1 touched by Pulumi.prod.yaml, which the program reads: prod\n", 1],
      );
      // A program that takes files by their path may take a page.
      repository.commit({ "index.js": `require("node:fs").existsSync("readFile");\n${bucketProject["index.js"]}` });
      repository.write({ "README.md": "Shop?\n" });
      assert.notEqual((await touched(repository)).first, "");
    }));

  it("looks into a program that is a file, and not into what else its folder has", () =>
    inRepository(async (repository) => {
      const { "index.js": program, "Pulumi.yaml": manifest = "", ...others } = two;
      const taking = `import { readFileSync } from "node:fs";\nreadFileSync("read.txt");\n`;
      const files = { ...others, "Pulumi.yaml": `${manifest}main: start.mjs\n`, "index.js": program };
      const commit = repository.commit({
        ...files,
        "start.mjs": 'import "./part.mjs";\n',
        "part.mjs": taking,
        "read.txt": "0\n",
      });
      // A page: taken where the code of the program takes files by their path, here in a module that only the file imports.
      repository.write({ "README.md": "Shop!\n" });
      const page = await touched(repository);
      assert.match(page.first, /^Nothing is known yet of what 2 stacks read /);
      assert.equal(page.words, `Nothing that differs from HEAD (${commit}) touches a stack.\n`);
      // What is in the folder's own program is of no program.
      repository.write({ "index.js": "1;\n", "tags.js": "1;\n" });
      assert.equal((await touched(repository)).words, `Nothing that differs from HEAD (${commit}) touches a stack.\n`);
      repository.write({ "part.mjs": `${taking}1;\n` });
      assert.equal((await touched(repository)).words, "2 touched by part.mjs, which the program loads: dev, prod\n");
    }));

  it("sees a program in a folder of tsx' kind, with its base in memory", () =>
    inRepository(async (repository) => {
      repository.commit(two);
      repository.write(changedTags('from: "elsewhere"'));
      const memory = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "isotopo-test-"));
      try {
        const { words } = await touched(repository, [], { TMPDIR: memory });
        assert.equal(words, "2 touched by tsx-x/tags.js, which the program loads: dev, prod\n");
      } finally {
        rmSync(memory, { recursive: true, force: true });
      }
    }, "tsx-x"));

  it("has what git does not keep touch a stack that may take any file", () =>
    inRepository(async (repository) => {
      const program = 'require("node:util").promisify(require("node:child_process").execFile)("true");\n';
      repository.commit({ ...bucketProject, "index.js": program, ".gitignore": "node_modules\nmade.json\n" });
      repository.write({ "made.json": "{}\n" });
      const why = "1 touched by made.json, as the program runs true and may so take any file: dev\n";
      assert.equal((await touched(repository)).words, why);
    }));

  it("takes an ES module as a program", () =>
    inRepository(async (repository) => {
      const files = {
        "package.json": '{ "name": "shop", "type": "module", "main": "index.js" }\n',
        "index.js": 'import { readFileSync } from "node:fs";\nimport "./part.js";\nreadFileSync("read.txt");\n',
        "part.js": "\n",
        "unread.txt": "0\n",
        "read.txt": "0\n",
      };
      const commit = repository.commit({ ...two, ...files });
      repository.write({ "unread.txt": "1\n", "tags.js": "1;\n" });
      assert.equal((await touched(repository)).words, `Nothing that differs from HEAD (${commit}) touches a stack.\n`);
      repository.write({ "read.txt": "1\n", "part.js": "1;\n" });
      assert.equal(
        (await touched(repository)).words,
        "2 touched by part.js, which the program loads, and 1 more: dev, prod\n",
      );
    }));

  it("previews all where the policy pack changes, and says that it is for the policies", () =>
    inRepository(async (repository) => {
      repository.commit({
        ...two,
        "rules/PulumiPolicy.yaml": "runtime: nodejs\nmain: index.js\n",
        "rules/a.js": "0\n",
      });
      repository.write({ "rules/a.js": "1\n" });
      const args = ["preview", "--changed", "--against", "HEAD", "--policy-pack", "rules"];
      const { stderr } = await isotopo(args, { cwd: repository.project });
      const [line] = stderr.split("\n");
      const why = "by which the policies may say something else of the same resources";
      assert.equal(line, `2 touched by rules/a.js, ${why}: dev, prod`);
    }));

  it("needs a revision", async () => {
    const { code, stderr } = await isotopo(["preview", "--changed"]);
    assert.deepEqual([code, stderr], [2, "isotopo: --changed needs --against, which says what to compare with\n"]);
  });
});

describe("what programs took from files is remembered", function () {
  this.timeout(60_000);
  const first = (commit: string, kept: string) =>
    `Nothing is known yet of what 2 stacks read in HEAD (${commit}): they are previewed there first; ${kept}\n`;

  it("of the base and of the work tree, over commits", () =>
    inRepository(async (repository) => {
      const folder = join(repository.dir, "..", "cache");
      const cache = { ISOTOPO_CACHE: folder };
      const commit = repository.commit(two);
      repository.write({ "notes.txt": "Shop!\n" });
      assert.equal((await touched(repository, [], cache)).first, first(commit, `kept in ${folder} from now on`));
      assert.equal((await touched(repository, [], cache)).first, "");
      // A change of one stack: its preview makes the record that the next commit needs.
      repository.write({ "Pulumi.prod.yaml": two["Pulumi.prod.yaml"]?.replace("one", "two") });
      assert.equal((await touched(repository, [], cache)).stacks, 1);
      const next = repository.commit({});
      repository.write({ "README.md": "Shop?\n" });
      const { words, first: again } = await touched(repository, [], cache);
      assert.deepEqual([again, words], ["", `Nothing that differs from HEAD (${next}) touches a stack.\n`]);
    }));

  it("nowhere, where there is no place for it", () =>
    inRepository(async (repository) => {
      const commit = repository.commit(two);
      repository.write({ "notes.txt": "Shop!\n" });
      const places = {
        "": "not kept, as ISOTOPO_CACHE is empty",
        "/dev/null/cache": "not kept, as /dev/null/cache can't be written to",
      };
      for (const [place, kept] of Object.entries(places)) {
        const found = await touched(repository, [], { ISOTOPO_CACHE: place });
        assert.deepEqual([found.code, found.first], [0, first(commit, kept)]);
      }
    }));
});
