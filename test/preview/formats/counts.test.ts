import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import { changeCounts } from "../../../preview/compare/counts";
import { formats } from "../../../preview/formats/registry";
import { plainText } from "../../../preview/formats/shared/terminal";
import type { StackChange } from "../../../preview/model/change";
import { changed, resourceChange, stackChange } from "../../support/changes";
import { planWith } from "../../support/plan-with";

const urn = (name: string) => `urn:pulumi:prod::shop::aws:rds/instance:Instance::${name}`;
const lost = { dataLoss: "the database and its rows" };
const open = { path: "tags", kind: "not comparable" as const, forces: "nothing" as const };

/** Stacks, each with what no report may count otherwise than another. */
const stacks: Readonly<Record<string, StackChange>> = {
  "a change of each kind": stackChange("prod", [
    resourceChange(urn("a"), "create"),
    resourceChange(urn("b"), "import"),
    resourceChange(urn("c"), "update", { properties: [changed("size", 1, 2), open] }),
    resourceChange(urn("d"), "may replace", lost),
    resourceChange(urn("e"), "replace", { ...lost, renamedFrom: urn("old") }),
    resourceChange(urn("f"), "delete", lost),
    resourceChange(urn("g"), "unchanged", { renamedFrom: urn("older") }),
    resourceChange(urn("h"), "unchanged", { properties: [open, { ...open, path: "name" }] }),
  ]),
  "outputs only": stackChange("prod", [resourceChange(urn("a"), "unchanged")], {
    outputs: [changed("url", "a", "b"), open],
  }),
  "what is counted and not listed": stackChange("prod", [resourceChange(urn("a"), "update")], {
    unlisted: { unchanged: 41, update: 2 },
  }),
  "no change": stackChange("prod", [resourceChange(urn("a"), "unchanged")], { secretsNotCompared: 3 }),
  "a first preview": comparePlans(
    undefined,
    planWith([{ type: "aws:sqs/queue:Queue", name: "q", inputs: {} }]),
    undefined,
  ),
};

/** The words of each report for each number. */
const words: Readonly<Record<string, Readonly<Record<"text" | "Markdown" | "HTML", RegExp>>>> = {
  create: { text: /(\d+) to create/, Markdown: /(\d+) creates?\b/, HTML: /(\d+) creates?\b/ },
  import: { text: /(\d+) to import/, Markdown: /(\d+) imports?\b/, HTML: /(\d+) imports?\b/ },
  update: { text: /(\d+) to update/, Markdown: /(\d+) updates?\b/, HTML: /(\d+) updates?\b/ },
  "may replace": {
    text: /(\d+) that may be replaced/,
    Markdown: /(\d+) possible replacements?\b/,
    HTML: /(\d+) possible replacements?\b/,
  },
  replace: { text: /(\d+) to replace/, Markdown: /(\d+) replacements?\b/, HTML: /(\d+) replacements?\b/ },
  delete: { text: /(\d+) to delete/, Markdown: /(\d+) deletes?\b/, HTML: /(\d+) deletes?\b/ },
  notComparable: {
    text: /(\d+) propert(?:y|ies) not comparable/,
    Markdown: /(\d+) propert(?:y|ies) not comparable/,
    HTML: /(\d+) propert(?:y|ies) not comparable/,
  },
  outputs: { text: /(\d+) outputs? differs?/, Markdown: /(\d+) outputs? differs?/, HTML: /(\d+) outputs? differs?/ },
};

const terms = { text: plainText, base: "." };

describe("The numbers of all reports", () => {
  for (const [name, change] of Object.entries(stacks)) {
    const { actions, notComparable, outputs, renamed } = changeCounts(change);
    const expected: Readonly<Record<string, number>> = { ...actions, notComparable, outputs };

    it(`are the same in text, of ${name}`, () => {
      const text = formats.text.previewed([{ change }], terms);
      const summary = text.split("\n").find((line) => line.includes("mandatory violation")) ?? "";
      assert.deepEqual(numbersIn(summary, "text"), numbers(expected));
      assert.equal(Number(/(\d+) renamed/.exec(summary)?.[1] ?? 0), renamed);
    });

    it(`are the same in the comment, of ${name}`, () => {
      const comment = formats.markdown.previewed([{ change }], terms);
      const details = comment.split("\n").find((line) => line.includes("<summary>Changes of"));
      const heading = comment.split("\n").find((line) => line.startsWith("## ")) ?? "";
      // The details tell all numbers; where there are none, nothing changes, or the heading tells what is new.
      if (details === undefined) assert.match(heading, /No change|First preview: 1 create/);
      else if (change.base !== undefined) assert.deepEqual(numbersIn(details, "Markdown"), numbers(expected));
      if (actions.unchanged > 0) assert.match(comment, new RegExp(`, ${actions.unchanged} resources? unchanged`));
    });

    it(`are the same in the page, of ${name}`, async () => {
      const page = await formats.html.previewed([{ change }], terms);
      const [line = ""] = /<p>[^<]*, \d+ unchanged\./.exec(page) ?? [];
      assert.deepEqual(numbersIn(line, "HTML"), { ...numbers(actions), notComparable: 0, outputs: 0 });
      assert.ok(line.endsWith(`, ${actions.unchanged} unchanged.`), line);
    });

    it(`are the same in JSON, of ${name}`, () => {
      const plan = planWith([]);
      const { changeSummary } = JSON.parse(
        formats.json.previewed([{ change: { ...change, base: "main" }, plan }], terms),
      );
      const ops = { unchanged: "same", "may replace": "may-replace" } as const;
      const counted = Object.entries(actions).filter(([, count]) => count > 0);
      assert.deepEqual(
        changeSummary,
        Object.fromEntries(
          counted.map(([action, count]) => [
            Object.entries(ops).find(([from]) => from === action)?.[1] ?? action,
            count,
          ]),
        ),
      );
    });
  }

  it("count a resource that is renamed and replaced once, and what it loses once", () => {
    const change = stacks["a change of each kind"];
    assert.ok(change !== undefined);
    const counts = changeCounts(change);
    assert.equal(
      Object.values(counts.actions).reduce((sum, count) => sum + count, 0),
      change.changes.length,
    );
    assert.deepEqual([counts.renamed, counts.losses], [1, 3]);
  });
});

function numbers(expected: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.keys(words).map((name) => [name, expected[name] ?? 0]));
}

function numbersIn(text: string, report: "text" | "Markdown" | "HTML"): Record<string, number> {
  return Object.fromEntries(
    Object.entries(words).map(([name, forms]) => {
      const form = forms[report];
      // "possible replacement" is none that is certain.
      const line = name === "replace" ? text.replace(/\d+ possible replacements?/, "") : text;
      return [name, Number(form.exec(line)?.[1] ?? 0)];
    }),
  );
}
