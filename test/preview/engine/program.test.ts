import assert from "node:assert/strict";
import { mistakeOf, writtenPlan } from "../programs";

describe("the process of a program", () => {
  it("has none of the options by which the SDK leaves ES modules in TypeScript to the project", async () => {
    const { stackOutputs } = await writtenPlan("exports.options = process.execArgv;", { config: {} });
    const options = stackOutputs.options;
    assert.ok(Array.isArray(options) && options.length > 0);
    assert.deepEqual(
      options.filter((option) => option === "--require" || option === "--import" || option === "--loader"),
      [],
    );
  });

  it("may fork", async () => {
    const { stackOutputs } = await writtenPlan(
      {
        "index.js": `const { fork } = require("node:child_process");
        exports.answer = new Promise((done, failed) => {
          fork(__dirname + "/child.js").on("message", done).on("exit", (code) => failed(new Error("ended with " + code)));
        });`,
        "child.js": 'process.send("from the child"); process.disconnect();',
      },
      { config: {} },
    );
    assert.equal(stackOutputs.answer, "from the child");
  });

  const ends: [what: string, text: string, message: string | RegExp][] = [
    ["without a word", "process.exit(3);", "the program ended itself with code 3 (process.exit at index.js:1:9)"],
    [
      "after a word",
      'console.log("about to go"); process.exit(3);',
      "the program ended itself with code 3 (process.exit at index.js:1:37)\nit printed:\nabout to go",
    ],
    [
      "by an error, after a word",
      'console.log("about to go"); throw new Error("no more");',
      /^Error: no more\n[\s\S]*\nit printed:\nabout to go$/,
    ],
  ];
  for (const [what, text, message] of ends) {
    it(`that ends itself with failure ${what} says both`, async () => {
      const told = await mistakeOf(writtenPlan(text, { config: {} }));
      if (typeof message === "string") assert.equal(told, message);
      else assert.match(told, message);
    });
  }
});
