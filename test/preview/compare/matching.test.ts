import assert from "node:assert/strict";
import { matchesOf } from "../../../preview/compare/matching";
import type { Plan } from "../../../preview/model/plan";
import { planWith, urnOf as urnIn } from "../../support/plan-with";

const type = "pkg:index:Thing";
const urnOf = (name: string) => urnIn(type, name);

function planOf(resources: readonly [name: string, ...aliases: string[]][]): Plan {
  return planWith(
    resources.map(([name, ...aliases]) => ({
      type,
      name,
      inputs: {},
      aliases: aliases.map(urnOf),
    })),
  );
}

describe("matches by alias", () => {
  const base = planOf([["old"], ["other"]]);

  it("its own URN goes before an alias, which is then not looked at", () => {
    const { matches, gone } = matchesOf(base, planOf([["old", "other"], ["other"]]));
    assert.deepEqual(
      matches.map(({ before, after }) => [before?.name, after.name]),
      [
        ["old", "old"],
        ["other", "other"],
      ],
    );
    assert.deepEqual(gone, []);
  });

  const refused: [what: string, head: Parameters<typeof planOf>[0], words: string][] = [
    [
      "an alias of what is still there",
      [["old"], ["new", "old"]],
      `Duplicate resource alias '${urnOf("old")}' of '${urnOf("new")}': that resource of the base is still in the program`,
    ],
    [
      "the same, in the other order",
      [["new", "old"], ["old"]],
      `Duplicate resource alias '${urnOf("old")}' of '${urnOf("new")}': that resource of the base is still in the program`,
    ],
    [
      "an alias of two resources",
      [
        ["new", "old"],
        ["newer", "old"],
      ],
      `Duplicate resource alias '${urnOf("old")}' of '${urnOf("newer")}': that resource of the base is also the alias of '${urnOf("new")}'`,
    ],
  ];
  for (const [what, head, words] of refused) {
    it(`${what} is refused, as Pulumi refuses it`, () =>
      assert.throws(
        () => matchesOf(base, planOf(head)),
        (error: Error) => {
          assert.equal(error.name, "PreviewError");
          assert.equal(error.message.split(", and Pulumi")[0], words);
          return true;
        },
      ));
  }

  it("an alias that the base has not is none", () => {
    assert.equal(
      matchesOf(
        base,
        planOf([
          ["new", "older"],
          ["newer", "older"],
        ]),
      ).gone.length,
      2,
    );
  });
});
