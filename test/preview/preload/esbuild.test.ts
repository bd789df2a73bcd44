import assert from "node:assert/strict";
import { realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "../../support/project";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";
import { readsOf } from "./reads-of";

describe("what esbuild bundles may be any file", function () {
  this.timeout(60_000);
  const why = "loads esbuild, which opens files by itself,";
  const asked = '{ entryPoints: ["lambda/handler.ts"], bundle: true, write: false }';
  const files = {
    "lambda/handler.ts": "export const handler = (): number => 1;\n",
    "typed.ts": "export const typed: number = 1;\n",
    // As functions of a cloud are written to be bundled where they are declared.
    "node_modules/bundler/index.js": 'module.exports = (name, given) => require("esbuild")[name](given);\n',
    "node_modules/es-bundler/package.json": '{ "type": "module", "exports": "./index.js" }\n',
    "node_modules/es-bundler/index.js":
      'import * as all from "esbuild"; export default (name, given) => all[name](given);\n',
  };
  const of = (script: string, args: readonly string[] = []) =>
    inFolder((given) => {
      const folder = realpathSync(given);
      writeFiles(folder, files);
      for (const name of ["esbuild", "tsx"]) {
        symlinkSync(join(projectDir, "node_modules", name), join(folder, "node_modules", name));
      }
      return readsOf(script, folder, { TMPDIR: folder }, args);
    });
  // `context` keeps its process: what follows ends it.
  const ended = (call: string) => `Promise.resolve(${call}).then(() => process.exit(0), () => process.exit(1));`;
  const loaders = [[], ["--require", "tsx/cjs"], ["--import", "tsx"]];
  const callers: [by: string, call: (name: string) => string][] = [
    ["the program", (name) => `require("esbuild").${name}(${asked})`],
    ["a package", (name) => `require("bundler")("${name}", ${asked})`],
    ["an ES package", (name) => `import("es-bundler").then(({ default: call }) => call("${name}", ${asked}))`],
  ];
  for (const loader of loaders)
    for (const [by, call] of callers)
      for (const name of loader.length === 0 ? ["build", "buildSync", "context"] : ["buildSync"]) {
        // First a module is compiled, so that tsx has its own esbuild running.
        const first = loader.length === 0 ? "" : 'require("./typed.ts"); ';
        it(`by ${name} of ${by}, node ${loader.join(" ")}`, async () => {
          const { any } = await of(first + ended(call(name)), loader);
          assert.equal(any, why);
        });
      }

  it("by its command", async () => {
    const file = join(projectDir, "node_modules/@esbuild", `${process.platform}-${process.arch}`, "bin/esbuild");
    const run = `require("child_process").execFileSync(${JSON.stringify(file)}, ["lambda/handler.ts", "--bundle"]);`;
    assert.equal((await of(run)).any, `runs ${file}`);
  });

  for (const loader of loaders.slice(1)) {
    it(`and not what tsx compiles, node ${loader.join(" ")}`, async () => {
      const { any, modules } = await of('require("./typed.ts");', loader);
      assert.deepEqual([any, modules.some((file) => file.endsWith("typed.ts"))], [undefined, true]);
    });
  }
});
