import assert from "node:assert/strict";
import { propertyLines } from "../../../../../preview/formats/markdown/comment/value";
import type { PropertyChange } from "../../../../../preview/model/change";
import { changed } from "../../../../support/changes";

const lines = (count: number, word: string) => Array.from({ length: count }, (_, i) => `${word} ${i}`);

describe("A property in the diff of a comment", () => {
  const cases: [what: string, change: PropertyChange, diff: string[]][] = [
    ["before and after", changed("a.b", 1, "1"), ["- a.b: 1", '+ a.b: "1"']],
    [
      "that is added",
      { path: "a", kind: "added", after: { x: [true, null] }, forces: "nothing" },
      ['+ a: {"x":[true,null]}'],
    ],
    ["that is removed", { path: "a", kind: "removed", before: [], forces: "nothing" }, ["- a: []"]],
    [
      "that is set to nothing",
      { path: "a", kind: "changed", before: 1, after: null, forces: "nothing" },
      ["- a: 1", "+ a: null"],
    ],
    [
      "that can't be compared, and why",
      {
        path: "a",
        kind: "not comparable",
        before: "[secret]",
        after: "[secret]",
        reason: "it is a secret",
        forces: "may replace",
      },
      ["! a: not comparable: it is a secret (may force a replacement)"],
    ],
    [
      "that forces a replacement",
      { ...changed("a", 1, 2), forces: "replace" },
      ["- a: 1", "+ a: 2 (forces a replacement)"],
    ],
    [
      "that forces one by going",
      { path: "a", kind: "removed", before: 1, forces: "replace" },
      ["- a: 1 (forces a replacement)"],
    ],
    ["of which no value is known", { path: "a", kind: "changed", forces: "nothing" }, ["! a: changed"]],
    ["that becomes known", changed("a", "[unknown]", "x"), ["- a: [unknown]", '+ a: "x"']],
    [
      "with characters that nobody sees",
      changed("a\u202e", "\u200b", "b\n"),
      ['- a\\u202e: "\\u200b"', '+ a\\u202e: "b\\n"'],
    ],
    [
      "of many lines",
      changed("script", "a\nb\nc\nd\n", "a\nB\n\nd\n"),
      ["! script: text", "    … 1 same line", "-   b", "-   c", "+   B", "+   (empty line)", "    … 2 same lines"],
    ],
    [
      "of more lines than anybody reads",
      changed("script", lines(20, "old").join("\n"), "new"),
      ["! script: text", ...lines(12, "-   old"), "-   … 8 more lines", "+   new"],
    ],
    [
      "of many lines that is new",
      { path: "script", kind: "added", after: "a\nb", forces: "replace" },
      ["! script (forces a replacement): text", "+   a", "+   b"],
    ],
    [
      "that is long, where it differs",
      changed("a", `${"x".repeat(300)}1`, `${"x".repeat(300)}2`),
      [
        `- a: "${"x".repeat(19)} … (261 same characters) … ${"x".repeat(20)}1"`,
        `+ a: "${"x".repeat(19)} … (261 same characters) … ${"x".repeat(20)}2"`,
      ],
    ],
    [
      "that is long and new",
      { path: "a", kind: "added", after: "x".repeat(998), forces: "nothing" },
      [`+ a: "${"x".repeat(103)} … (1,000 characters) … ${"x".repeat(39)}"`],
    ],
  ];
  for (const [what, change, diff] of cases) {
    it(`is told: one ${what}`, () => assert.deepEqual(propertyLines(change), diff));
  }

  it("shows what differs in a long line of a long text", () => {
    const text = (end: string) => `first\n${"y".repeat(400)}${end}\nlast`;
    const diff = propertyLines(changed("a", text("1"), text("2")));
    assert.ok(
      diff.some((line) => /^- .*y1$/.test(line)) && diff.some((line) => /^\+ .*y2$/.test(line)),
      diff.join("\n"),
    );
  });
});
