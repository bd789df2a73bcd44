import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { Presumption } from "../../../../preview/sources/revision/presumed";
import type { Place } from "../../../../preview/sources/revision/settings";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";

const installed = (
  name: string,
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
) =>
  Object.fromEntries(
    Object.entries({ "package.json": JSON.stringify({ name, ...manifest }), ...files }).map(([path, text]) => [
      `node_modules/${name}/${path}`,
      text,
    ]),
  );

const packages: Readonly<Record<string, string>> = {
  ...installed("graceful-fs", { main: "graceful-fs.js" }, { "graceful-fs.js": 'module.exports = require("fs");' }),
  ...installed(
    "fs-extra",
    { main: "./lib/index.js", dependencies: { "graceful-fs": "4" } },
    { "lib/index.js": 'module.exports = require("graceful-fs");' },
  ),
  ...installed(
    "reading",
    { type: "module", exports: { ".": { import: "./main.mjs" }, "./deep": "./main.mjs" } },
    { "main.mjs": 'export * from "./lib/part.mjs";', "lib/part.mjs": 'import { open } from "node:fs/promises";' },
  ),
  ...installed("native", {}, { "index.js": 'require("./build/native.node");', "build/native.node": "" }),
  ...installed("choosing", {}, { "index.js": "require(process.env.PART);", "part.js": 'require("fs");' }),
  ...installed("pure", {}, { "index.js": 'require("./part");', "part.js": "0;", "bench.js": 'require("fs");' }),
  ...installed("@pulumi/aws", {}, { "index.js": 'require("fs");' }),
};

/** What a program has, and whether it may take pages and what tools keep. */
const table: [text: string, mayTake: boolean][] = [
  ['require("@pulumi/aws");', false],
  ['require("pure");', false],
  ['import { a } from "pure"; import { join } from "node:path";', false],
  ['import type { Options } from "fs-extra";', false],
  ['// as with "fs-extra"\n/* require("fs-extra") */', false],
  ['require("gone");', false],
  ['require("node:fs").readFileSync(".github/workflows/ci.yml");', true],
  ['import { readFile } from "fs-extra";', true],
  ['require("fs-extra");', true],
  ['require("fs-extra/lib/index.js");', true],
  ['import fs from "graceful-fs";', true],
  ['const { a } = require("reading");', true],
  ['await import("reading/deep");', true],
  ['require("native");', true],
  ['require("choosing");', true],
  ['require("cluster").fork();', true],
  ['import { Worker } from "node:worker_threads";', true],
  ['new k8s.yaml.ConfigFile("x", { file: ".github/x.yml" });', true],
];
const files = [
  "README.md",
  "LICENSE",
  "site/page.png",
  ".github/x.yml",
  ".gitlab-ci.yml",
  ".vscode/x.json",
  "a/.gitignore",
];

describe("what is presumed of a program that was never seen", () => {
  for (const type of ["commonjs", "module"])
    for (const [text, mayTake] of table) {
      it(`${mayTake ? "may" : "does not"} touch it by a page or a tool's file: ${text}, ${type}`, () =>
        inFolder((given) => {
          const folder = realpathSync(given);
          writeFiles(folder, {
            ...packages,
            "package.json": JSON.stringify({ type }),
            "index.js": 'import "./part.js";',
          });
          writeFiles(folder, { "part.js": text });
          const place: Place = { rootDir: folder, programDir: folder, entry: ".", nodeArgs: [], tops: [folder] };
          const presumption = new Presumption("", [place]);
          assert.deepEqual(
            files.map((file) => [file, presumption.touches(file, "dev", true)]),
            files.map((file) => [file, mayTake ? undefined : false]),
          );
        }));
    }
});
