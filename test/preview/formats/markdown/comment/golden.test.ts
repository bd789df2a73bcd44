import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commentReport } from "../../../../../preview/formats/markdown/comment";
import { elements, rendered, textOf } from "../../../../support/github-markdown";
import { scenarios } from "./scenarios";

const folder = join(__dirname, "../../../../fixtures/comments");
/** Set to write the files anew; without it they are compared. */
const update = process.env.UPDATE_GOLDEN !== undefined;

describe("The pull request comment", () => {
  for (const { name, changes, options } of scenarios) {
    const file = join(folder, `${name}.md`);
    const comment = () => commentReport(changes, { today: "2027-01-10", ...options });

    it(`is as it is kept: ${name}`, () => {
      if (update) writeFileSync(file, comment());
      assert.equal(comment(), readFileSync(file, "utf8"));
    });

    it(`has a hidden marker, one heading that is the verdict, and a table of stacks: ${name}`, async () => {
      const { root } = await rendered(comment());
      const [heading, ...others] = elements(root, "h2");
      assert.ok(heading !== undefined && others.length === 0);
      assert.doesNotMatch(textOf(root), /isotopo:preview/);
      assert.match(comment(), /^<!-- isotopo:preview:[0-9a-f]{16} -->\n## /);
      assert.ok(elements(root, "th").some((cell) => textOf(cell) === "stack"));
    });
  }

  it("has a file for each that is compared, and no other", () => {
    assert.deepEqual(readdirSync(folder).sort(), scenarios.map(({ name }) => `${name}.md`).sort());
  });
});
