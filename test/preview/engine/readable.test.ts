import assert from "node:assert/strict";
import { join } from "node:path";
import { isThrownByPreload, readable } from "../../../preview/engine/readable";
import { projectDir } from "../../support/project";

const ofPreload = `    at exit (${join(projectDir, "preview/preload/own-end.js")}:12:5)`;
const said = "Error: the queue is refused\n    at program (/app/index.ts:3:7)";

describe("an error of a program", () => {
  for (const [caught, message] of [
    ["by the stack", said],
    ["by the SDK's runner", `Running program '/app' failed with an unhandled exception:\n${said}`],
    [
      "by the SDK's runner, with its promise",
      `Running program '/app' failed with an unhandled exception:\n<ref *1> ${said} {\n  promise: Promise { <rejected> [Circular *1] }\n}`,
    ],
    ["in colours", said.replace("Error", "\u001b[31mError\u001b[39m")],
    ["with the frames of others", `${said}\n    at Module._compile (node:internal/modules/cjs/loader:1521:14)`],
    ["with a frame of a preload", `${said}\n${ofPreload}`],
  ] as const) {
    it(`is told the same when it is caught ${caught}`, () => assert.equal(readable(message), said));
  }

  it("is a preload's where its first frame is", () => {
    assert.equal(isThrownByPreload(`Error: no\n${ofPreload}\n    at program (/app/index.ts:3:7)`), true);
    assert.equal(isThrownByPreload(`${said}\n${ofPreload}`), false);
    assert.equal(isThrownByPreload("no stack"), false);
  });
});
