import assert from "node:assert/strict";
import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { isProgramSeen, unseenModules } from "../../../../preview/sources/revision/es-modules";
import { namedIn } from "../../../../preview/sources/revision/node-args";
import { readingOf } from "../../../../preview/sources/revision/reading";
import type { Place } from "../../../../preview/sources/revision/settings";
import { Tree } from "../../../../preview/sources/revision/tree";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";

const manifest = JSON.stringify({
  type: "module",
  name: "shop",
  imports: {
    "#cfg": { node: "./cfg-node.mjs", default: "./cfg.mjs" },
    "#lib/*": "./lib/*.mjs",
    "#shared": "@acme/shared",
    "#gone": null,
  },
});

/** A program's folder, with a workspace package and an installed one. */
const files: Readonly<Record<string, string>> = {
  "package.json": manifest,
  "cfg.mjs": "0;",
  "cfg-node.mjs": "0;",
  "lib/a.mjs": "0;",
  "d.js": "0;",
  "typed.ts": "0;",
  "data.json": "{}",
  "packages/shared/package.json": JSON.stringify({ name: "@acme/shared", exports: { import: "./main.mjs" } }),
  "packages/shared/main.mjs": 'import "../../beside.mjs";',
  "packages/shared/other.cjs": "0;",
  "packages/shared/sizes.json": "{}",
  "beside.mjs": "0;",
  "node_modules/left/package.json": "{}",
  "node_modules/esbuild/package.json": "{}",
  "node_modules/esbuild-wasm/package.json": "{}",
  "node_modules/@types/aws-lambda/package.json": "{}",
};
const ofShared = ["beside.mjs", "packages/shared/main.mjs", "packages/shared/other.cjs"];
const unknown = (specifier: string) => `imports ${specifier}, of which no package.json says what it is,`;

/** What is in the program's entry, and what it may have loaded beside that. */
const table: [text: string, files: string[], any?: string][] = [
  ['import "./d.js";', ["d.js"]],
  ['import "./d.js?again#1";', ["d.js"]],
  ['import "./typed.js";', ["typed.ts"]],
  ['import "./later.mjs";', ["later.mjs"]],
  ['import "{{folder}}/d.js";', ["d.js"]],
  ['import "file://{{folder}}/d.js";', ["d.js"]],
  ['export * from "@acme/shared";', ofShared],
  ['import { a } from "@acme/shared/deep";', ofShared],
  ['await import("@acme/shared");', ofShared],
  ['import "#cfg";', ["cfg-node.mjs", "cfg.mjs"]],
  ['import "#lib/a";', ["lib/a.mjs"]],
  ['import "#shared";', ofShared],
  ['import "#gone";', [], unknown("#gone")],
  ['import "#lib/";', [], unknown("#lib/")],
  ['import "left"; import "left/x.js"; import "fs"; import "node:path/posix";', []],
  ['import type { Handler } from "aws-lambda";', []],
  ['import type { Shape } from "@/shapes";', []],
  ['import { shape } from "@/shapes";', [], unknown("@/shapes")],
  ['import "right";', [], unknown("right")],
  ['import "data:text/javascript,0";', [], unknown("data:text/javascript,0")],
  ['// as taken from "right"\n/* import "right" */ const text = "// import";', []],
  ['import data from "./data.json" with { type: "json" };', ["data.json"]],
  ['import { DatabaseSync } from "node:sqlite";', [], "loads node:sqlite, which opens files by itself,"],
  ...["esbuild", "esbuild/lib/main.js", "esbuild-wasm"].map((name): [string, string[], string] => [
    `import { build } from "${name}";`,
    [],
    `loads ${name}, which opens files by itself,`,
  ]),
  ['import { sizes } from "@acme/shared/sizes.json";', [...ofShared, "packages/shared/sizes.json"].sort()],
  ["await import(name);", [], "chooses ES modules while it runs"],
];

async function inProgram(text: string, use: (place: Place) => void, nodeArgs: readonly string[] = []): Promise<void> {
  await inFolder((given) => {
    const folder = realpathSync(given);
    writeFiles(folder, { ...files, "index.mjs": text.replaceAll("{{folder}}", folder) });
    mkdirSync(join(folder, "node_modules/@acme"));
    symlinkSync("../../packages/shared", join(folder, "node_modules/@acme/shared"));
    use({ rootDir: folder, programDir: folder, entry: "index.mjs", nodeArgs, tops: [folder] });
  });
}

describe("ES modules that a program may load", () => {
  for (const [text, expected, any] of table) {
    it(`by ${text}`, () =>
      inProgram(text, (place) => {
        const found = unseenModules([], place);
        const paths = found.files.map((file) => relative(place.rootDir, file)).filter((file) => file !== "index.mjs");
        assert.deepEqual([paths.sort(), found.any], [expected, any]);
      }));
  }

  it("count for one that has no ES modules only where it imports while it runs", () =>
    inProgram("", ({ rootDir, ...place }) => {
      const seen = join(rootDir, "seen.cjs");
      writeFiles(rootDir, { "seen.cjs": 'import("#cfg"); const text = `import "right"`;' });
      const found = unseenModules([seen, join(rootDir, "index.mjs")], { rootDir, ...place });
      assert.deepEqual(found, { files: [join(rootDir, "cfg.mjs"), join(rootDir, "cfg-node.mjs")] });
    }));
});

describe("what arguments of node name", () => {
  const place = { rootDir: "/shop", programDir: "/shop", entry: ".", tops: ["/shop"] as const };
  const rows: [args: string, files: string[], imports: string[], environment?: string][] = [
    ["--env-file=common.env", ["/shop/common.env"], []],
    ["--env-file ../common.env --no-warnings", ["/common.env"], []],
    ["--env-file-if-exists=a.env --openssl-config=o.cnf", ["/shop/a.env", "/shop/o.cnf"], []],
    ["--import ./hook.mjs --import=tsx", [], ["./hook.mjs", "tsx"]],
    ["--require tsx/cjs --require @isotopo/preview/preload/with-pulumi.js", [], ["tsx/cjs"]],
    ["-r ./a.js --require=./b.js --loader ./c.mjs", [], ["./a.js", "./b.js", "./c.mjs"]],
    [
      "--import ./hook.mjs",
      ["/shop/x y.env"],
      ["./first.mjs", "./hook.mjs"],
      '"--env-file=x y.env" --import ./first.mjs',
    ],
  ];
  for (const [args, named, imports, environment = ""] of rows) {
    it(`is taken: ${environment} ${args}`, () => {
      const found = namedIn({ ...place, nodeArgs: args.split(" ") }, environment);
      assert.deepEqual(found, { files: named, imports });
    });
  }

  it("is in the reading, with what it imports", () =>
    inProgram(
      "0;",
      (place) => {
        writeFiles(place.rootDir, { "hook.mjs": 'import "./lib/a.mjs";' });
        const names = ["index.mjs", "hook.mjs", "lib/a.mjs", "common.env"];
        const reads = { modules: [], files: [], lists: [], below: [] };
        const { paths, any } = readingOf(reads, [], place, new Tree(new Map(names.map((name) => [name, "1"]))));
        assert.deepEqual([names.filter((name) => paths[name] !== "1"), any], [[], undefined]);
      },
      ["--env-file=common.env", "--import", "./hook.mjs"],
    ));
});

describe("a run that was not seen to load its program", () => {
  const commonjs = { "package.json": '{ "name": "shop" }', "index.js": "0;" };
  it("tells nothing of it", () =>
    inFolder((given) => {
      const folder = realpathSync(given);
      writeFiles(folder, commonjs);
      const place: Place = { rootDir: folder, programDir: folder, entry: ".", nodeArgs: [], tops: [folder] };
      // Beside what was compiled in place lies what it was compiled from.
      writeFiles(folder, { "index.ts": "0;" });
      const seen = [[], [join(folder, "other.js")], [join(folder, "index.js")]];
      assert.deepEqual(
        seen.map((modules) => isProgramSeen(modules, place)),
        [false, false, true],
      );
      writeFiles(folder, { "package.json": '{ "name": "shop", "type": "module" }' });
      assert.deepEqual(isProgramSeen([], place), true);
    }));
});
