import assert from "node:assert/strict";
import { factsOf } from "../../../preview/facts";
import { failedOf } from "../../../preview/facts/failed";
import { plainText as wordsOf } from "../../../preview/facts/phrase";
import { viewsOf } from "../../../preview/facts/view";
import { formats } from "../../../preview/formats/registry";
import { plainText } from "../../../preview/formats/shared/terminal";
import type { StackChange } from "../../../preview/model/change";
import type { StackFailure } from "../../../preview/model/failure";
import { changed, resourceChange, stackChange } from "../../support/changes";
import { everything } from "./html/stacks";

const database = "urn:pulumi:prod::shop::aws:rds/instance:Instance::main";
const failed: StackFailure = { project: "shop", stack: "dev", words: "Error: no account\n    at index.ts:1:1" };
const lost = { dataLoss: "the database and its rows", causes: ["username forces a replacement"] };

const runs: [what: string, stacks: StackChange[], failures: StackFailure[]][] = [
  ["all that can happen", [everything], []],
  ["two stacks", [everything, { ...everything, stack: "other" }], []],
  ["a loss", [stackChange("prod", [resourceChange(database, "replace", lost)])], []],
  [
    "an update",
    [stackChange("prod", [resourceChange(database, "update", { properties: [changed("size", 1, 2)] })])],
    [],
  ],
  ["nothing that changes", [stackChange("prod", [resourceChange(database, "unchanged")])], []],
  ["no stack", [], []],
  [
    "one that failed, and one that did not",
    [stackChange("prod", [resourceChange(database, "delete", lost)])],
    [failed],
  ],
  ["none but one that failed", [], [failed]],
];

describe("The first line of text, comment and page", () => {
  for (const [what, stacks, failures] of runs) {
    it(`is the same of ${what}`, async () => {
      const terms = { text: plainText, base: ".", failures };
      const previewed = stacks.map((change) => ({ change: { ...change, base: "main (1a2b3c4)" } }));
      const changes = previewed.map(({ change }) => change);
      const { headline, facts } = factsOf(viewsOf(changes, failures), failedOf(failures, changes));
      const words = wordsOf(headline.words);
      const [text = "", ...lines] = formats.text.previewed(previewed, terms).split("\n");
      const comment = formats.markdown.previewed(previewed, terms);
      const [, heading = ""] = /^## \S+ (.*)$/m.exec(comment) ?? [];
      const [, title = ""] =
        /<h1[^>]*><span[^>]*>.<\/span> (.*?)<\/h1>/.exec(await formats.html.previewed(previewed, terms)) ?? [];
      assert.equal(text.replace(/^\S+ /, ""), words);
      assert.equal(heading.replaceAll("`", ""), words);
      assert.equal(title.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'"), words);
      const told = lines.filter((line) => /^ {2}- /.test(line)).length;
      const [, more = "0"] = /^ {2}… and (\d+) more facts? \(--verbose shows all\)$/m.exec(lines.join("\n")) ?? [];
      assert.equal(told + Number(more), facts.length);
      assert.ok(told <= 8);
    });
  }

  it("is followed by all facts where all is asked for", () => {
    const text = { ...plainText, limit: Number.POSITIVE_INFINITY };
    const report = formats.text.previewed([{ change: everything }], { text, base: "." });
    const { facts } = factsOf(viewsOf([everything]));
    assert.equal(report.split("\n").filter((line) => /^ {2}- /.test(line)).length, facts.length);
  });
});
