import assert from "node:assert/strict";
import type { ResourceChange } from "../../../../preview/diff/change";
import { changesHtml } from "../../../../preview/report/html";
import { changed, resourceChange, stackChange } from "../../../support/changes";
import { everything, hostile, urn } from "./stacks";

describe("the HTML report of changes", () => {
  it("says the worst first, and everything once", async () => {
    const page = await changesHtml([everything]);
    assert.match(
      page,
      /<h1 class="bad">2 losses of data, 1 mandatory violation, 1 replacement, 1 possible replacement, 1 delete, 1 update, 1 create, 1 output differs, 1 property not comparable<\/h1>/,
    );
    for (const words of [
      "<strong>replace</strong> <code>main</code> (aws:rds/instance:Instance) loses <strong>the database and its rows</strong>: username forces a replacement. Protected: Pulumi will refuse.",
      '<th scope="row"><code>username</code> <em>forces a replacement</em></th><td class="kind">changed</td><td><code>&quot;admin&quot;</code></td><td><code>&quot;root&quot;</code></td>',
      "A month costs 12 EUR, before 10 EUR.",
      "<h3>Outputs</h3>",
      '<a href="https://example.org/encryption" rel="noreferrer">database-encrypted</a> (critical), <code>main</code>: storageEncrypted is false; required: true.',
      'days is 1; required: 7. <span class="why">owner data, expires 2027-01-31: R. [e.yaml:2]</span>',
      "this will be removed",
      '<p class="source">index.ts:12</p>',
    ]) {
      assert.equal(page.split(words).length, 2, words);
    }
    assert.equal(page.match(/<li class="resource"/g)?.length, everything.changes.length);
  });

  it("says so where no stack is touched", async () => {
    const page = await changesHtml([]);
    assert.ok(page.includes('<h1 class="good">No stack is touched</h1>') && !page.includes("Compared with"));
  });

  it("is the same for the same changes", async () => {
    assert.equal(await changesHtml([everything]), await changesHtml([everything]));
  });

  it("needs nothing else, and forbids it", async () => {
    const page = await changesHtml([everything]);
    assert.match(page, /http-equiv="Content-Security-Policy" content="default-src 'none';/);
    const addresses = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    assert.deepEqual(
      addresses.filter((address) => !/^(#|data:,|https:\/\/example\.org\/encryption$)/.test(address ?? "")),
      [],
    );
  });

  it("takes whatever others say literally", async () => {
    const page = await changesHtml([hostile]);
    assert.equal(page.match(/<script\b/g)?.length, 1, "our own");
    assert.ok(!/<img\b/.test(page) && !page.includes('onerror="'));
  });

  it("of 48 stacks with 150 changes each is below 24 MiB", async () => {
    const stacks = Array.from({ length: 48 }, (_, s) =>
      stackChange(
        `stack-${s}`,
        Array.from(
          { length: 150 },
          (_, r): ResourceChange =>
            resourceChange(urn("aws:s3/bucket:Bucket", `bucket-${r}`), "update", {
              properties: [
                changed("tags.word", "a".repeat(40), "b".repeat(40)),
                changed("policy", "x".repeat(2000), "y".repeat(2000)),
              ],
            }),
        ),
      ),
    );
    const bytes = Buffer.byteLength(await changesHtml(stacks));
    assert.ok(bytes < 24 * 1024 * 1024, `${(bytes / 1024 / 1024).toFixed(1)} MiB`);
  });
});
