import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bucketProject, Repository } from "../../../support/repository";
import { assertNoLessCold, touchedIn, untouched } from "./touched-in";

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
      "names/one.txt": "0",
      "site/index.html": "0",
      "v1/m.js": "0;",
      "v1/page.html": "0",
      "v2/m.js": "0;",
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
