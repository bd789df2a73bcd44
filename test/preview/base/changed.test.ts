import assert from "node:assert/strict";
import { isotopo } from "../../support/command";
import { bucketProject } from "../../support/repository";
import { changedTags, inRepository, previewIn } from "./in-repository";

interface Row {
  name: string;
  /** Modules that the program loads beside its own. */
  before?: Record<string, string>;
  change: Record<string, string | undefined>;
  words: string;
  stacks: number;
}

/** The program, with other modules loaded first: those that another one loads are not. */
function loading(modules: readonly string[]): Record<string, string> {
  const [first] = modules;
  return first === undefined ? {} : { "index.js": `require("./${first}");\n${bucketProject["index.js"]}` };
}

describe("isotopo preview --changed", function () {
  this.timeout(60_000);
  const two = {
    ...bucketProject,
    "Pulumi.prod.yaml": bucketProject["Pulumi.dev.yaml"],
    "README.md": "Shop\n",
    "other.js": "\n",
  };

  const table: Row[] = [
    {
      name: "a stack's file: that stack",
      change: { "Pulumi.prod.yaml": bucketProject["Pulumi.dev.yaml"]?.replace("one", "two") },
      words: "1 touched by Pulumi.prod.yaml: prod\n",
      stacks: 1,
    },
    {
      name: "code that the program loads: all",
      change: changedTags('from: "elsewhere"'),
      words: "2 touched by tags.js: dev, prod\n",
      stacks: 2,
    },
    {
      name: "a file that git does not know yet, and a program may read: all",
      change: { "data.csv": "1\n" },
      words: "2 touched by data.csv: dev, prod\n",
      stacks: 2,
    },
    {
      name: "code that the base loaded: all",
      change: {
        "index.js": 'const aws = require("@pulumi/aws/s3");\nnew aws.Bucket("files");\n',
        "tags.js": undefined,
      },
      words: "2 touched by index.js: dev, prod\n",
      stacks: 2,
    },
    {
      name: "code that nobody loads: none",
      change: { "other.js": "1;\n" },
      words: "Nothing that differs from HEAD (%s) touches a stack.\n",
      stacks: 0,
    },
    {
      name: "a page: none",
      change: { "README.md": "Shop!\n", ".github/workflows/x.yml": "a: 1\n" },
      words: "Nothing that differs from HEAD (%s) touches a stack.\n",
      stacks: 0,
    },
    {
      name: "a picture, where the program takes files: all",
      before: { "files.js": 'exports.page = new (require("@pulumi/pulumi").asset.FileAsset)("page.png");\n' },
      change: { "page.png": "1\n" },
      words: "2 touched by page.png: dev, prod\n",
      stacks: 2,
    },
    {
      name: "code that nobody loads, where the program reads files: all",
      before: { "files.js": 'exports.text = require("node:fs").readFileSync("Pulumi.yaml");\n' },
      change: { "other.js": "1;\n" },
      words: "2 touched by other.js: dev, prod\n",
      stacks: 2,
    },
    {
      name: "a page, where the program chooses its modules and takes files in one of them: all",
      before: { "more.js": 'const name = "./files";\nrequire(name);\n', "files.js": "// FileArchive\n" },
      change: { "README.md": "Shop!\n" },
      words: "2 touched by README.md: dev, prod\n",
      stacks: 2,
    },
    { name: "nothing: none", change: {}, words: "Nothing that differs from HEAD (%s) touches a stack.\n", stacks: 0 },
  ];
  for (const { name, before = {}, change, words, stacks } of table) {
    it(`after ${name}`, () =>
      inRepository(async (repository) => {
        const commit = repository.commit({ ...two, ...loading(Object.keys(before)), ...before });
        repository.write(change);
        const { code, stdout, stderr } = await previewIn(repository, ["--changed", "--against", "HEAD"]);
        assert.deepEqual([code, stderr], [0, words.replace("%s", commit)]);
        assert.equal(stdout.match(/^shop\/\w+ against /gm)?.length ?? 0, stacks, stdout);
      }));
  }

  it("needs a revision", async () => {
    const { code, stderr } = await isotopo(["preview", "--changed"]);
    assert.deepEqual([code, stderr], [2, "isotopo: --changed needs --against, which says what to compare with\n"]);
  });
});
