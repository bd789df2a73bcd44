import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBase } from "../../../preview/base/base";
import { touchedStacks } from "../../../preview/base/touched";
import { findProject } from "../../../preview/project/project";
import { bucketProject, Repository } from "../../support/repository";

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

const untouched = "Nothing that differs from HEAD touches a stack.";

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
  ...[".env.prod", ".well-known/security.txt"].map((file) => ({
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

/** The words of a change, its stacks, and the bases that had to be previewed for them. */
async function touchedIn({ project: dir }: Repository, isPreviewed = true) {
  const project = findProject(dir);
  const base = await openBase(project, "HEAD");
  const asked: string[] = [];
  const previewBases = async (stacks: readonly string[]) => {
    asked.push(...stacks);
    if (isPreviewed) await Promise.all(stacks.map((stack) => base.planOf(stack)));
  };
  try {
    const { words, present, gone } = await touchedStacks(project, base, { judging: [], previewBases });
    return { words: words.join("\n").replace(/ \([0-9a-f]+\)/, ""), asked, stacks: [...present, ...gone] };
  } finally {
    await base.close();
  }
}

/** Where nothing is remembered, a stack is presumed to be touched, or its base is asked for: never less than what is known. */
async function assertNoLessCold(repository: Repository, known: readonly string[]): Promise<void> {
  const cache = process.env.ISOTOPO_CACHE;
  process.env.ISOTOPO_CACHE = "";
  try {
    const { stacks } = await touchedIn(repository, false);
    assert.deepEqual(
      known.filter((stack) => !stacks.includes(stack)),
      [],
    );
  } finally {
    process.env.ISOTOPO_CACHE = cache;
  }
}

const lookingProgram = (paths: readonly string[]) => `const { readFileSync } = require("node:fs");
const pulumi = require("@pulumi/pulumi");
for (const path of ${JSON.stringify(paths)}) try { readFileSync(path); } catch {}
try { require("./made/code"); } catch {}
try { require("./current/m"); } catch {}
require("node:fs").readdirSync("names");
const { BucketObjectv2 } = require("@pulumi/aws/s3");
const source = new pulumi.asset.FileArchive("dist");
try { new BucketObjectv2("site", { bucket: "files", source }); } catch {}
new BucketObjectv2("page", { bucket: "files", source: new pulumi.asset.FileArchive("site") });
`;

/** What git does not list by the paths that programs take: the change, and what touches the stack. */
const unlisted: [change: string, make: (repository: Repository) => void, words?: string][] = [
  ["nothing", () => {}],
  [
    "an ignored file that is read",
    (repository) => repository.write({ "generated.json": "{}" }),
    "generated.json, which the program takes and git does not keep",
  ],
  [
    "an ignored folder that is an archive",
    (repository) => repository.write({ "dist/a/index.js": "0;" }),
    "dist/, which the program takes and git does not keep",
  ],
  [
    "an ignored folder in an archive",
    (repository) => repository.write({ "site/dist/index.js": "0;" }),
    "site/dist/, which the program takes and git does not keep",
  ],
  [
    "an ignored module",
    (repository) => repository.write({ "made/code.js": "0;" }),
    "made/, which the program takes and git does not keep",
  ],
  [
    "an ignored name in a folder that is listed",
    (repository) => repository.write({ "names/generated.json": "{}" }),
    "names/generated.json, which the program takes and git does not keep",
  ],
  ["an ignored file that is not taken", (repository) => repository.write({ "other/generated.json": "{}" })],
  [
    "a submodule at another commit",
    (repository) => commitIn(repository, "sub", { "new.txt": "1" }),
    "sub/x.txt, which the program reads",
  ],
  ["a submodule's file", (repository) => repository.write({ "sub/x.txt": "1" }), "sub/x.txt, which the program reads"],
  [
    "a linked folder that leads elsewhere",
    ({ project }) => {
      rmSync(join(project, "current"));
      symlinkSync("v2", join(project, "current"));
    },
    "current/m.js, which the program reads, and 1 more",
  ],
  [
    "a file behind a link, which was not there",
    (repository) => repository.write({ "v1/new.json": "{}" }),
    "v1/new.json, which is new where the program looks for it",
  ],
  [
    "a file behind a link in an archive",
    (repository) => repository.write({ "v1/page.html": "1" }),
    "v1/page.html, which the program reads",
  ],
];

/** Commits in a repository that is in another. */
function commitIn({ git, dir }: Repository, folder: string, files: Readonly<Record<string, string>>): void {
  const inner = { dir: join(dir, folder) };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(inner.dir, name), content);
  git.call(inner, "add", "--all");
  git.call(inner, "commit", "--quiet", "--message", "a change");
}

describe("what git does not list touches a stack", function () {
  this.timeout(60_000);
  let folder = "";
  let repository: Repository;
  const cache = process.env.ISOTOPO_CACHE;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "isotopo-test-"));
    process.env.ISOTOPO_CACHE = join(folder, "cache");
    repository = new Repository(join(folder, "repository"));
    repository.write({
      ...bucketProject,
      ".gitignore": "node_modules\ngenerated.json\ndist/\nmade/\n",
      "index.js": lookingProgram(["generated.json", "sub/x.txt", "current/new.json"]),
      ...{ "names/one.txt": "0", "site/index.html": "0", "v1/m.js": "0;", "v1/page.html": "0", "v2/m.js": "0;" },
    });
    symlinkSync("v1", join(repository.project, "current"));
    symlinkSync("../v1/page.html", join(repository.project, "site/page.html"));
    mkdirSync(join(repository.dir, "sub"));
    repository.git.call({ dir: join(repository.dir, "sub") }, "init", "--quiet", "--initial-branch=main");
    commitIn(repository, "sub", { "x.txt": "0" });
    repository.commit({});
    repository.write({ "notes.txt": "What is known of the base comes from here.\n" });
    assert.deepEqual((await touchedIn(repository)).asked, ["dev"]);
  });
  afterEach(() => {
    const sub = { dir: join(repository.dir, "sub") };
    const [first] = repository.git.call(sub, "rev-list", "--max-parents=0", "HEAD").split("\n");
    repository.git.call(sub, "reset", "--quiet", "--hard", first ?? "");
    repository.git("checkout", "--quiet", "--", ".");
    repository.git("clean", "-dfqx", "--exclude=node_modules");
  });
  after(() => {
    if (cache === undefined) delete process.env.ISOTOPO_CACHE;
    else process.env.ISOTOPO_CACHE = cache;
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [change, make, words] of unlisted) {
    it(`after ${change}`, async () => {
      make(repository);
      const { stacks, ...known } = await touchedIn(repository);
      const expected = words === undefined ? untouched : `1 touched by ${words}: dev`;
      assert.deepEqual(known, { words: expected, asked: [] });
      await assertNoLessCold(repository, stacks);
    });
  }
});
