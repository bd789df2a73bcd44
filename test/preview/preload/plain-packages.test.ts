import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { preload, printedAmong } from "./run-preloads";

const tsx = createRequire(__filename).resolve("tsx/cjs");

const files: Record<string, string> = {
  "node_modules/plain/index.js": "module.exports = ['plain', this === module.exports].join(' ');",
  "node_modules/plain/other.cjs": "exports.other = require('./index');",
  "node_modules/said/index.js": "// We import nothing.\nmodule.exports = 'said';",
  "node_modules/esm/index.js": "export const esm = 'ES module';",
  "node_modules/late/index.cjs": "exports.later = () => import('esm').then(({ esm }) => esm);",
  "own.js": "module.exports = 'own';",
  "own.ts": "const typed: string = 'typed'; export default typed;",
};

const script = `
  const { later } = require("late/index.cjs");
  const values = [require("plain"), require("plain/other.cjs").other, require("said"), require("esm").esm, require("./own"), require("./own.ts").default];
  later().then((esm) => console.log(JSON.stringify([...values, esm])));`;

describe("files of packages", () => {
  it("load as they do without us, ES modules among them", async () => {
    const without = await printedAmong(files, script, [tsx]);
    assert.deepEqual(without, ["plain true", "plain true", "said", "ES module", "own", "typed", "ES module"]);
    assert.deepEqual(await printedAmong(files, script, [tsx, preload("plain-packages.js")]), without);
  });

  it("are parsed by the project's loader only where they may be ES modules, and the project's own always", async () => {
    const listing = `
       const extensions = require("node:module")._extensions;
       const load = extensions[".js"];
       globalThis.parsed = [];
       extensions[".js"] = (module, file) => { parsed.push(require("node:path").relative(process.cwd(), file)); load(module, file); };
       process.once("exit", () => console.log(JSON.stringify(parsed)));`;
    const all =
      'parsed.length = 0; ["plain", "plain/other.cjs", "said", "late/index.cjs", "./own"].forEach((name) => require(name));';
    assert.deepEqual(
      await printedAmong({ ...files, "listing.cjs": listing }, all, ["./listing.cjs", preload("plain-packages.js")]),
      ["node_modules/said/index.js", "node_modules/late/index.cjs", "own.js"],
    );
  });
});
