import assert from "node:assert/strict";
import { judgedMarkdown } from "../../../../preview/formats/markdown/verdicts";
import { elements, openTexts, rendered } from "../../../support/github-markdown";
import { clean, mixed } from "../judged";

describe("the Markdown of verdicts", () => {
  it("has every violation and exemption, line by line", () => {
    assert.deepEqual(judgedMarkdown([mixed, clean]).split("\n"), [
      "## Policies: 2 stacks, 1 mandatory violation",
      "",
      "| stack | resources | judged | mandatory | advisory |",
      "|---|---:|---:|---:|---:|",
      "| `shop-prod` | 2 | 2 | 1 | 1 |",
      "| `shop-dev` | 2 | 2 | 0 | 0 |",
      "",
      "### Policies of `shop-prod`",
      "",
      "- **mandatory** `database-encrypted` (critical), `main`: storageEncrypted is false; required: true. Encrypt it `<now>`.",
      "- **advisory** `named` (low), `main-2`: name is `\"<script>alert('1')</script>\\u0007\"`",
      "- *exemptions*, `main`: used: backups-kept, owner data, expires 2027-01-31: R. `[e.yaml:2] `&#124; days is 1; required: 7. Keep it. &#124; hours is 2; required: 3. Keep it.",
      "",
    ]);
  });

  const hostile = ["@octocat", "#12", "https://evil.example", "<img src=x>", "[x](https://evil.example)", "a | b"];
  for (const text of hostile) {
    it(`lets nothing through of ${text}`, async () => {
      const [violation] = mixed.policy.violations;
      assert.ok(violation !== undefined);
      const policy = { ...mixed.policy, notes: [], violations: [{ ...violation, policy: text, message: text }] };
      const { root, html } = await rendered(judgedMarkdown([{ ...mixed, stack: text, policy }]));
      for (const name of ["a", "img", "script"]) assert.deepEqual(elements(root, name), [], html);
      assert.equal(elements(root, "td").length, 5, html);
      // A bar is no more than a bar where it ends no cell.
      if (!text.includes("|")) assert.ok(!openTexts(root).some((words) => words.includes(text)), html);
    });
  }
});
