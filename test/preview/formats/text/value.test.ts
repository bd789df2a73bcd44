import assert from "node:assert/strict";
import { shownValues } from "../../../../preview/formats/text/value";

const digest = (end: string) => `sha256:${"0123456789abcdef".repeat(4).slice(0, -end.length)}${end}`;

describe("two values in text", () => {
  const image = `registry.example/web@${digest("1")}`;
  const table: [what: string, before: string | undefined, after: string | undefined, shown: [string, string]][] = [
    ["short ones are whole", "a", "b", ['"a"', '"b"']],
    ["one that was not set", undefined, "b", ["not set", '"b"']],
    [
      "digests by their beginning",
      image,
      `registry.example/web@sha256:${"f".repeat(64)}`,
      ['"registry.example/web@sha256:0123456789ab…"', '"registry.example/web@sha256:ffffffffffff…"'],
    ],
    ["digests that begin alike are whole", digest("1"), digest("2"), [`"${digest("1")}"`, `"${digest("2")}"`]],
  ];
  for (const [what, before, after, shown] of table) {
    it(what, () => assert.deepEqual(shownValues(before, after), shown));
  }

  it("long ones that differ in their middle do not look the same", () => {
    const long = (middle: string) => `${"a".repeat(500)}${middle}${"b".repeat(500)}`;
    const [before, after] = shownValues(long("one"), long("two"));
    assert.ok(before.includes("one") && after.includes("two"), `${before}\n${after}`);
  });
});
