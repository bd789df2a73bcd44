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
    const tsxAlike = {
      "node_modules/tsx/package.json": '{ "version": "4.99.0" }',
      "node_modules/tsx/listing.cjs": listing,
    };
    const all =
      'parsed.length = 0; ["plain", "plain/other.cjs", "said", "late/index.cjs", "./own"].forEach((name) => require(name));';
    const parsedBy = (more: Readonly<Record<string, string>>, loaders: string[]) =>
      printedAmong({ ...files, ...more }, all, [...loaders, preload("plain-packages.js")]);
    assert.deepEqual(await parsedBy(tsxAlike, ["tsx/listing.cjs"]), [
      "node_modules/said/index.js",
      "node_modules/late/index.cjs",
      "own.js",
    ]);
    const each = ["plain/index.js", "plain/other.cjs", "said/index.js", "late/index.cjs"];
    const every = [...each.map((file) => `node_modules/${file}`), "own.js"];
    assert.deepEqual(await parsedBy({ "listing.cjs": listing }, ["./listing.cjs"]), every, "another loader");
    const beside = { ...tsxAlike, "other.cjs": "" };
    assert.deepEqual(await parsedBy(beside, ["tsx/listing.cjs", "./other.cjs"]), every, "another beside it");
    const newer = { ...tsxAlike, "node_modules/tsx/package.json": '{ "version": "5.0.0" }' };
    assert.deepEqual(await parsedBy(newer, ["tsx/listing.cjs"]), every, "another version");
  });
});

const map = JSON.stringify({ version: 3, sources: ["origin.ts"], names: [], mappings: "AAAA" });
const text = (body: string) => `${body}\n//# sourceMappingURL=index.js.map\n`;
const mapped: Record<string, string> = {
  "own/index.js": text("module.exports = 'own';"),
  "own/index.js.map": map,
  "node_modules/package/index.js": text("module.exports = 'package';"),
  "node_modules/package/index.js.map": map,
  "node_modules/text/index.js": "module.exports = `\n//# sourceMappingURL=is text\n`;",
};

describe("source maps", () => {
  it("are read for the program's own files, not for those of packages, whose text stays", async () => {
    const script = `
      const { findSourceMap } = require("node:module");
      const look = (name) => [require(name), findSourceMap(require.resolve(name)) !== undefined];
      console.log(JSON.stringify(["./own", "package", "text"].map(look)));`;
    assert.deepEqual(await printedAmong(mapped, script, [tsx, preload("plain-packages.js")]), [
      ["own", true],
      ["package", false],
      ["\n//# sourceMappingURL=is text\n", false],
    ]);
  });
});
