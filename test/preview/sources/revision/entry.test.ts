import assert from "node:assert/strict";
import { readFileSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { entryOf } from "../../../../preview/sources/revision/entry";
import { unseenModules } from "../../../../preview/sources/revision/es-modules";
import { run } from "../../../support/command";
import { projectDir } from "../../../support/project";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";

/** What a package.json may call the program. */
const manifests: Readonly<Record<string, unknown>> = {
  "a text in exports": { exports: "./src/one.js", main: "src/two.js" },
  "a text under the dot": { exports: { ".": "./src/one.js" }, main: "src/two.js" },
  "a condition under the dot": { exports: { ".": { import: "./src/two.js", default: "./src/one.js" } } },
  "another condition": { exports: { ".": { import: "./src/two.js", types: "./src/one.d.ts" } } },
  "exports without the program": { exports: { "./other": "./src/one.js" }, main: "src/two.js" },
  main: { main: "src/two.js" },
  "main without its ending": { main: "src/two" },
  "main that is a folder": { main: "src" },
  "a main that is not there": { main: "gone.js" },
  nothing: {},
};

/** Programs, by folder: each file says that it was started. */
const programs = Object.entries(manifests).flatMap(([what, manifest], at) =>
  ["commonjs", "module"].flatMap((type) =>
    ["index.js", "index.mjs", ""].map((index) => {
      const folder = `${at}-${type}-${index}`;
      const files = ["src/one.js", "src/two.js", "src/index.js", ...(index === "" ? [] : [index])];
      return {
        what: `${what}, ${type}, ${index === "" ? "no index" : index}`,
        folder,
        files: {
          [`${folder}/package.json`]: JSON.stringify({ name: "shop", type, ...Object(manifest) }),
          ...Object.fromEntries(
            files.map((file) => [`${folder}/${file}`, `globalThis.started = ${JSON.stringify(file)};\n`]),
          ),
        },
      };
    }),
  ),
);

/** Has Pulumi's own runner start them all, and says what was started of each. */
const script = `
const pulumi = require("@pulumi/pulumi");
// The command itself starts as soon as it is loaded.
const command = require.resolve("@pulumi/pulumi/cmd/run");
require.cache[command] = { id: command, filename: command, loaded: true, exports: {} };
const { run } = require("@pulumi/pulumi/cmd/run/run");
pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: ({ inputs }) => inputs });
process.setMaxListeners(0);
const end = process.exit.bind(process);
const folders = JSON.parse(process.env.FOLDERS);
(async () => {
  const found = [];
  for (const pwd of folders) {
    delete globalThis.started;
    // A program that fails is reported, or ends the process, and never comes to its end.
    await new Promise((done) => {
      process.exit = done;
      run({ _: ["."], pwd }, () => {}, done, () => false).then(done, done);
    });
    found.push(globalThis.started ?? null);
  }
  require("node:fs").writeFileSync(process.env.FOUND, JSON.stringify(found));
  end(0);
})();
`;

describe("The file that a program starts with", function () {
  this.timeout(60_000);

  it("is the one that Pulumi's runner starts", () =>
    inFolder(async (given) => {
      const top = realpathSync(given);
      for (const { files } of programs) writeFiles(top, files);
      const FOLDERS = JSON.stringify(programs.map(({ folder }) => join(top, folder)));
      const FOUND = join(top, "found.json");
      const { code, stderr } = await run(process.execPath, ["-e", script], {
        cwd: projectDir,
        env: { FOLDERS, FOUND },
      });
      assert.equal(code, 0, stderr);
      const started: unknown = JSON.parse(readFileSync(FOUND, "utf8"));
      const found = programs.map(({ what, folder }) => {
        const programDir = join(top, folder);
        const file = entryOf({ programDir, entry: "." });
        return [what, file === undefined ? null : relative(programDir, file)];
      });
      assert.ok(Array.isArray(started));
      assert.deepEqual(
        found,
        programs.map(({ what }, at) => [what, started[at]]),
      );
    }));

  it("may be any file of an ES program where it is not found", () =>
    inFolder((given) => {
      const folder = realpathSync(given);
      writeFiles(folder, { "package.json": '{ "type": "module" }', "start.js": "0;" });
      const place = { rootDir: folder, programDir: folder, entry: ".", nodeArgs: [], tops: [folder] as const };
      assert.deepEqual(unseenModules([], place), { files: [], any: "starts with a file that is not known" });
    }));

  it("is the TypeScript that exports or main names, and the file that Pulumi.yaml names", () =>
    inFolder((given) => {
      const folder = realpathSync(given);
      const files = { "src/main2.ts": "0;", "src/bucket2.ts": "0;", "index.ts": "0;" };
      writeFiles(folder, { ...files, "package.json": '{ "type": "module", "main": "src/main2.ts" }' });
      const of = (entry: string) => relative(folder, entryOf({ programDir: folder, entry }) ?? "");
      assert.deepEqual([of("."), of("index.ts")], ["src/main2.ts", "index.ts"]);
      // A package.yaml says so too, where there is no package.json.
      writeFiles(folder, {
        "app/package.yaml": "type: module\nmain: start.ts\n",
        "app/start.ts": "0;",
        "app/index.ts": "0;",
      });
      const found = entryOf({ programDir: join(folder, "app"), entry: "." });
      assert.equal(found, join(folder, "app/start.ts"));
    }));
});
