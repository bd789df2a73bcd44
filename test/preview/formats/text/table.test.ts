import assert from "node:assert/strict";
import { tableLines } from "../../../../preview/formats/text/table";

const columns = [{ head: "stack" }, { head: "new", right: true }, { head: "" }];
const long = "a-name-that-is-longer-than-any-terminal-".repeat(5);
const bold = "\u001b[1mdev\u001b[22m";

const cases: [name: string, rows: string[][], indent: number | undefined, lines: string[]][] = [
  ["no rows", [], undefined, ["  stack  new"]],
  [
    "numbers to the right",
    [
      ["shop-prod", "1", "x"],
      ["b", "1000"],
    ],
    2,
    ["  stack       new", "  shop-prod     1  x", "  b          1000"],
  ],
  ["names as long as they are", [[long, "1"]], 0, [`stack${" ".repeat(long.length - 5)}  new`, `${long}    1`]],
  [
    "wide characters in two columns",
    [
      ["日本", "1"],
      ["four", "2"],
    ],
    0,
    ["stack  new", "日本     1", "four     2"],
  ],
  [
    "colours in none",
    [
      [bold, "1"],
      ["dev", "2"],
    ],
    0,
    ["stack  new", `${bold}      1`, "dev      2"],
  ],
];

describe("a table of text", () => {
  for (const [name, rows, indent, lines] of cases) {
    it(`has ${name}`, () => assert.deepEqual(tableLines(columns, rows, indent), lines));
  }
});
