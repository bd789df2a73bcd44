import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { preload, printedBy } from "./run-preloads";

const map = JSON.stringify({ version: 3, sources: ["origin.ts"], names: [], mappings: "AAAA" });
const text = (body: string) => `${body}\n//# sourceMappingURL=index.js.map\n`;
const files: Record<string, string> = {
  "own/index.js": text("module.exports = 'own';"),
  "own/index.js.map": map,
  "node_modules/package/index.js": text("module.exports = 'package';"),
  "node_modules/package/index.js.map": map,
  "node_modules/text/index.js": "module.exports = `\n//# sourceMappingURL=is text\n`;",
};

describe("source maps", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "isotopo-maps-"));
    for (const [name, contents] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), contents);
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("are read for the program's own files, not for those of packages, whose text stays", async () => {
    const script = `
      const { findSourceMap } = require("node:module");
      const look = (name) => [require(name), findSourceMap(require.resolve(name)) !== undefined];
      console.log(JSON.stringify(["./own", "package", "text"].map(look)));`;
    assert.deepEqual(await printedBy(script, [preload("cheap-stacks.js")], folder), [
      ["own", true],
      ["package", false],
      ["\n//# sourceMappingURL=is text\n", false],
    ]);
  });
});
