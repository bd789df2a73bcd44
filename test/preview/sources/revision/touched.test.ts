import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bucketProject, Repository } from "../../../support/repository";
import { assertNoLessCold, touchedIn, untouched } from "./touched-in";

const config = bucketProject["Pulumi.dev.yaml"] ?? "";

/** A program that takes files in each way, one of them by stack. */
const takingProgram: Readonly<Record<string, string>> = {
  ...bucketProject,
  "Pulumi.prod.yaml": config,
  "index.js": `const { promises, readFileSync, readdirSync, createReadStream } = require("node:fs");
const aws = require("@pulumi/aws/s3");
const pulumi = require("@pulumi/pulumi");
const stack = pulumi.getStack();
if (stack === "dev") require("./only-dev");
require("./part-" + stack);
require("./folder");
require("./data.json");
require("./tags");
try { require("./extra"); } catch {}
readFileSync("read.md");
readFileSync(".env.prod");
readFileSync(".well-known/security.txt");
readFileSync(".github/read.yml");
readFileSync(".gitlab-ci.yml");
readFileSync(Buffer.from("read/by-buffer.txt"));
readFileSync(require("node:url").pathToFileURL("read/by-url.txt"));
readFileSync("link.txt");
promises.readFile("read/by-promise.txt");
createReadStream("read/by-stream.txt").resume();
promises.stat("flags.json").catch(() => {});
readdirSync("listed");
import("./late.mjs");
const source = (value) => ({ bucket: "files", source: value });
new aws.BucketObjectv2("page", source(new pulumi.asset.FileAsset("page.png")));
new aws.BucketObjectv2("site", source(new pulumi.asset.FileArchive("site")));
`,
  "only-dev.js": "0;\n",
  "part-dev.js": "0;\n",
  "part-prod.js": "0;\n",
  "folder/index.js": "0;\n",
  "data.json": "{}\n",
  "read.md": "0\n",
  ".env.prod": "0\n",
  ".well-known/security.txt": "0\n",
  ".github/read.yml": "0\n",
  ".gitlab-ci.yml": "0\n",
  "read/by-buffer.txt": "0\n",
  "read/by-url.txt": "0\n",
  "read/by-promise.txt": "0\n",
  "read/by-stream.txt": "0\n",
  "target.txt": "0\n",
  "listed/one.txt": "0\n",
  "listed/zero.txt": "0\n",
  "late.mjs": 'import "./later.mjs";\nimport { readFileSync } from "node:fs";\nreadFileSync("read/by-module.txt");\n',
  "later.mjs": "0;\n",
  "read/by-module.txt": "0\n",
  "page.png": "0\n",
  "other.png": "0\n",
  "site/a/page.html": "0\n",
  "README.md": "Shop\n",
  "test/other.js": "0;\n",
  "package-lock.json": '{ "lockfileVersion": 3, "packages": {} }\n',
};

interface Row {
  change: string;
  files: Record<string, string | undefined>;
  /** Without the base's name; none where nothing is touched. */
  words?: string;
}

const both = ": dev, prod";
const loaded = (file: string) => `2 touched by ${file}, which the program loads${both}`;
const read = (file: string) => `2 touched by ${file}, which the program reads${both}`;
const sameName = "which is new under the name of a module that the program loads";

const table: Row[] = [
  {
    change: "a stack's file",
    files: { "Pulumi.prod.yaml": `${config}#\n` },
    words: "1 touched by Pulumi.prod.yaml, which the program reads: prod",
  },
  { change: "a module", files: { "tags.js": `${bucketProject["tags.js"]}0;\n` }, words: loaded("tags.js") },
  {
    change: "a module of one stack",
    files: { "only-dev.js": "1;\n" },
    words: "1 touched by only-dev.js, which the program loads: dev",
  },
  {
    change: "a module that a stack chooses by its name",
    files: { "part-prod.js": "1;\n" },
    words: "1 touched by part-prod.js, which the program loads: prod",
  },
  {
    change: "a module that is gone",
    files: { "data.json": undefined },
    words: `2 touched by data.json, which is gone and the program loads${both}`,
  },
  {
    change: "a module that was not there",
    files: { "extra.js": "1;\n" },
    words: `2 touched by extra.js, ${sameName}${both}`,
  },
  {
    change: "a module that comes first by its ending",
    files: { "tags.ts": "0;\n" },
    words: `2 touched by tags.ts, ${sameName}${both}`,
  },
  {
    change: "a module that comes before a folder",
    files: { "folder.js": "0;\n" },
    words: `2 touched by folder.js, ${sameName}${both}`,
  },
  {
    change: "a manifest in a folder of modules",
    files: { "folder/package.json": '{ "main": "other.js" }\n' },
    words: `2 touched by folder/package.json, which is new where the program looks for it${both}`,
  },
  { change: "an ES module below import()", files: { "later.mjs": "1;\n" }, words: loaded("later.mjs") },
  { change: "a file that is read", files: { "read.md": "1\n" }, words: read("read.md") },
  ...[".env.prod", ".well-known/security.txt", ".github/read.yml", ".gitlab-ci.yml"].map((file) => ({
    change: `a file with a dot that is read, ${file}`,
    files: { [file]: "1\n" },
    words: read(file),
  })),
  ...["buffer", "url", "promise", "stream", "module"].map((by) => ({
    change: `a file that is read by a ${by}`,
    files: { [`read/by-${by}.txt`]: "1\n" },
    words: read(`read/by-${by}.txt`),
  })),
  { change: "a file that is read by a link", files: { "target.txt": "1\n" }, words: read("target.txt") },
  {
    change: "a file that is looked for",
    files: { "flags.json": "{}\n" },
    words: `2 touched by flags.json, which is new where the program looks for it${both}`,
  },
  {
    change: "a name in a folder that is listed",
    files: { "listed/two.txt": "0\n" },
    words: `2 touched by listed/two.txt, which is new in a folder that the program lists${both}`,
  },
  {
    change: "a name that is gone from a folder that is listed",
    files: { "listed/one.txt": undefined },
    words: `2 touched by listed/one.txt, which is gone from a folder that the program lists${both}`,
  },
  { change: "what is in a file of a folder that is listed", files: { "listed/one.txt": "1\n" } },
  { change: "a picture that is an asset", files: { "page.png": "1\n", "other.png": "1\n" }, words: read("page.png") },
  {
    change: "a file in a folder that is an archive",
    files: { "site/a/new.html": "1\n" },
    words: `2 touched by site/, which the program takes with all that is in it${both}`,
  },
  {
    change: "several files",
    files: { "tags.js": `${bucketProject["tags.js"]}0;\n`, "read.md": "1\n", "data.json": "[]\n" },
    words: `2 touched by data.json, which the program loads, and 2 more${both}`,
  },
  {
    change: "the packages",
    files: { "package-lock.json": '{ "lockfileVersion": 2, "packages": {} }\n' },
    words: `2 touched by package-lock.json, which says what packages the program gets${both}`,
  },
  {
    change: "the project's file",
    files: { "Pulumi.yaml": `${bucketProject["Pulumi.yaml"]}description: A shop.\n` },
    words: `2 touched by Pulumi.yaml, which says how the program is run${both}`,
  },
  {
    change: "how modules are loaded",
    files: { "package.json": '{ "name": "shop", "main": "index.js", "imports": {} }\n' },
    words: `2 touched by package.json, which says what packages the program gets and how its modules are loaded${both}`,
  },
  {
    change: "words of package.json",
    files: { "package.json": '{ "name": "shop", "main": "index.js", "scripts": { "test": "mocha" } }\n' },
  },
  {
    change: "pages, tests, workflows and files that git does not know",
    files: {
      "README.md": "Shop!\n",
      "test/other.js": "1;\n",
      ".github/workflows/x.yml": "a: 1\n",
      "plan.json": "{}\n",
    },
  },
  { change: "nothing", files: {} },
  {
    change: "a new stack",
    files: { "Pulumi.next.yaml": config },
    words: "1 touched by its file, which HEAD has not: next",
  },
  {
    change: "a stack that is gone",
    files: { "Pulumi.prod.yaml": undefined },
    words: "1 touched by its file, which is gone: prod",
  },
];

describe("stacks that a change touches", function () {
  this.timeout(60_000);
  let folder = "";
  let repository: Repository;
  const cache = process.env.ISOTOPO_CACHE;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "isotopo-test-"));
    process.env.ISOTOPO_CACHE = join(folder, "cache");
    repository = new Repository(join(folder, "repository"));
    repository.write(takingProgram);
    symlinkSync("target.txt", join(repository.project, "link.txt"));
    repository.commit({});
    repository.write({ "notes.txt": "What is known of the base comes from here.\n" });
    assert.deepEqual((await touched()).asked, ["dev", "prod"]);
  });
  afterEach(() => {
    repository.git("checkout", "--quiet", "--", ".");
    repository.git("clean", "-dfq");
  });
  after(() => {
    if (cache === undefined) delete process.env.ISOTOPO_CACHE;
    else process.env.ISOTOPO_CACHE = cache;
    rmSync(folder, { recursive: true, force: true });
  });

  const touched = () => touchedIn(repository);
  for (const { change, files, words = untouched } of table) {
    it(`after ${change}`, async () => {
      repository.write(files);
      const { stacks, ...known } = await touched();
      assert.deepEqual(known, { words, asked: [] });
      await assertNoLessCold(repository, stacks);
    });
  }
});
