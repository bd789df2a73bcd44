import assert from "node:assert/strict";
import { preload, printedAmong } from "./run-preloads";

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
  it("are read for the program's own files, not for those of packages, whose text stays", async () => {
    const script = `
      const { findSourceMap } = require("node:module");
      const look = (name) => [require(name), findSourceMap(require.resolve(name)) !== undefined];
      console.log(JSON.stringify(["./own", "package", "text"].map(look)));`;
    assert.deepEqual(await printedAmong(files, script, [preload("cheap-stacks.js")]), [
      ["own", true],
      ["package", false],
      ["\n//# sourceMappingURL=is text\n", false],
    ]);
  });
});
