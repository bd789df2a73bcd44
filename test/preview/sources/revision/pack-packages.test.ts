import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "../../../../preview/sources/revision/pack-packages";
import { writeFiles } from "../../../support/write-files";

type Place = Readonly<Record<string, unknown>>;

/** A workspace with a pack, whose rules need words, and a program beside it. */
const workspace: Readonly<Record<string, Place>> = {
  "": { workspaces: ["policy", "own", "program"], dependencies: { tool: "1.0.0" } },
  policy: { dependencies: { rules: "*", own: "*" }, devDependencies: { bundler: "1.0.0" } },
  own: { dependencies: { deep: "*" } },
  program: { dependencies: { other: "*" } },
  "node_modules/policy": { resolved: "policy", link: true },
  "node_modules/own": { resolved: "own", link: true },
  "node_modules/rules": { version: "1.0.0", integrity: "sha512-r", dependencies: { words: "*" } },
  "node_modules/rules/node_modules/words": { version: "1.0.0", integrity: "sha512-w" },
  "node_modules/words": { version: "2.0.0", integrity: "sha512-x" },
  "node_modules/bundler": { version: "1.0.0", integrity: "sha512-b", devDependencies: { never: "*" } },
  "node_modules/never": { version: "1.0.0", integrity: "sha512-n" },
  "node_modules/deep": { version: "1.0.0", integrity: "sha512-d" },
  "node_modules/other": { version: "1.0.0", integrity: "sha512-o" },
  "node_modules/tool": { version: "1.0.0", integrity: "sha512-t" },
};
const lock = (places: Readonly<Record<string, Place>>) => JSON.stringify({ lockfileVersion: 3, packages: places });
const moved = (place: string, to: Place = { version: "1.0.1", integrity: "sha512-new" }) => ({
  "package-lock.json": lock({ ...workspace, [place]: { ...workspace[place], ...to } }),
});
const same = { "package-lock.json": lock(workspace) };

describe("Packages of a policy pack", () => {
  const table: [what: string, before: Record<string, string>, after: Record<string, string>, files: string[]][] = [
    ["are the same by the same lock file", same, same, []],
    ["differ where one of its own moves", same, moved("node_modules/rules"), ["package-lock.json"]],
    [
      "differ where one moves that these need",
      same,
      moved("node_modules/rules/node_modules/words"),
      ["package-lock.json"],
    ],
    [
      "differ where one moves that a folder of the repository needs",
      same,
      moved("node_modules/deep"),
      ["package-lock.json"],
    ],
    ["differ where its bundler moves", same, moved("node_modules/bundler"), ["package-lock.json"]],
    [
      "differ where the contents do, in the same version",
      same,
      moved("node_modules/rules", { integrity: "sha512-z" }),
      ["package-lock.json"],
    ],
    [
      "are the same from another registry",
      same,
      moved("node_modules/rules", { resolved: "https://other.example/r.tgz" }),
      [],
    ],
    ["are the same where one moves that hides behind a nearer one", same, moved("node_modules/words"), []],
    ["are the same where a program's package moves", same, moved("node_modules/other"), []],
    ["are the same where the top's own package moves", same, moved("node_modules/tool"), []],
    ["are the same where what builds their own moves", same, moved("node_modules/never"), []],
    [
      "differ where a lock file of the pack comes",
      same,
      { ...same, "policy/package-lock.json": lock({ "": {} }) },
      ["policy/package-lock.json"],
    ],
    ["differ by any word of another manager's", { "yarn.lock": "a\n" }, { "yarn.lock": "b\n" }, ["yarn.lock"]],
    ["differ by a patch", { ...same }, { ...same, "patches/rules.patch": "-a\n+b\n" }, ["patches/rules.patch"]],
    ["are the same whoever asks the registry", { ".npmrc": "registry=https://a.example\n" }, { ".npmrc": "" }, []],
    ["are the same by lock files that say nothing", { "package-lock.json": "[" }, { "package-lock.json": "{}" }, []],
  ];
  for (const [what, before, after, files] of table) {
    it(what, () => inTops(before, after, (found) => assert.deepEqual(found.files, files)));
  }

  it("are folders of the repository, too", () =>
    inTops(same, same, ({ folders }) => assert.deepEqual(folders, ["own"])));
});

function inTops(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  use: (found: ReturnType<typeof packPackages>) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), "isotopo-test-"));
  try {
    const tops = { here: join(folder, "here"), there: join(folder, "there") };
    for (const top of Object.values(tops)) mkdirSync(join(top, "policy"), { recursive: true });
    writeFiles(tops.there, before);
    writeFiles(tops.here, after);
    use(packPackages("policy", tops));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
