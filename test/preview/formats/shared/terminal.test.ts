import assert from "node:assert/strict";
import { type Surface, textOn } from "../../../../preview/formats/shared/terminal";

describe("text for where it is read", () => {
  const terminal = { isTerminal: true, columns: 100 };
  const colours: [what: string, surface: Surface, coloured: boolean][] = [
    ["a terminal", { ...terminal, env: {} }, true],
    ["a pipe", { isTerminal: false, env: {} }, false],
    ["NO_COLOR", { ...terminal, env: { NO_COLOR: "1" } }, false],
    ["an empty NO_COLOR", { ...terminal, env: { NO_COLOR: "" } }, true],
    ["TERM=dumb", { ...terminal, env: { TERM: "dumb" } }, false],
    ["FORCE_COLOR in a pipe", { isTerminal: false, env: { FORCE_COLOR: "1" } }, true],
    ["FORCE_COLOR with TERM=dumb", { ...terminal, env: { FORCE_COLOR: "1", TERM: "dumb" } }, true],
    ["FORCE_COLOR=0", { ...terminal, env: { FORCE_COLOR: "0" } }, false],
    ["both", { ...terminal, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, false],
  ];
  for (const [what, surface, coloured] of colours) {
    it(`${what}: ${coloured ? "colours" : "none"}`, () => {
      assert.equal(textOn(surface).paint.red("x") !== "x", coloured);
    });
  }

  const widths: [surface: Surface, width: number][] = [
    [{ ...terminal, env: {} }, 100],
    [{ isTerminal: true, columns: 300, env: {} }, 120],
    [{ isTerminal: true, columns: 10, env: {} }, 40],
    [{ isTerminal: true, env: {} }, 80],
    [{ isTerminal: false, columns: 100, env: {} }, Number.POSITIVE_INFINITY],
  ];
  for (const [surface, width] of widths) {
    it(`${JSON.stringify(surface)}: ${width} columns`, () => assert.equal(textOn(surface).width, width));
  }
});
