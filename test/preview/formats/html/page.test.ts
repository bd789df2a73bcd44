import assert from "node:assert/strict";
import { factsOf } from "../../../../preview/facts";
import { plainText } from "../../../../preview/facts/phrase";
import { viewsOf } from "../../../../preview/facts/view";
import { changesHtml } from "../../../../preview/formats/html";
import { factAnchor, stackAnchor } from "../../../../preview/formats/shared/anchors";
import type { ResourceChange, StackChange } from "../../../../preview/model/change";
import { changed, resourceChange, stackChange } from "../../../support/changes";
import { everything, hostile, urn } from "./stacks";

describe("the HTML report of changes", () => {
  it("says the worst first, and everything once", async () => {
    const page = await changesHtml([everything]);
    assert.match(
      page,
      /<h1 class="bad"><span aria-hidden="true">✖<\/span> Data is lost: bucket <code>files<\/code>; a policy is broken: <code>database-encrypted<\/code>; Pulumi will refuse to lose database <code>main<\/code><\/h1>/,
    );
    for (const words of [
      "<strong>replace</strong> <code>main</code> (aws:rds/instance:Instance) loses <strong>the database and its rows</strong>: username forces a replacement. Protected: Pulumi will refuse.",
      '<th scope="row"><code>username</code> <em>forces a replacement</em></th><td class="kind" data-label="how">changed</td><td data-label="before"><code>&quot;admin&quot;</code></td><td data-label="after"><code>&quot;root&quot;</code></td>',
      "A month costs 12 EUR, before 10 EUR.",
      "<h3>Outputs</h3>",
      '<a href="https://example.org/encryption" rel="noreferrer">database-encrypted</a> (critical), <code>main</code>: storageEncrypted is false; required: true.',
      'days is 1; required: 7. Keep it. <span class="why">owner data, expires 2027-01-31: R. [e.yaml:2]</span>',
      "this will be removed",
      '<p class="source">index.ts:12</p>',
    ]) {
      assert.equal(page.split(words).length, 2, words);
    }
    assert.equal(page.match(/<li class="resource"/g)?.length, everything.changes.length);
  });

  it("has no search where there is nothing to find", async () => {
    const page = await changesHtml([]);
    assert.match(page, /No stack is touched/);
    assert.doesNotMatch(page, /<form|<script/);
    assert.match(await changesHtml([everything]), /<form role="search"/);
  });

  it("has the first line and the facts of the comment, before all resources", async () => {
    const page = await changesHtml([everything]);
    const { headline, facts } = factsOf(viewsOf([everything]));
    assert.ok(page.includes(`<title>${plainText(headline.words)}</title>`));
    const places = facts.map(({ anchor }) => page.indexOf(`id="${factAnchor(anchor)}"`));
    assert.deepEqual(
      places.filter((place) => place < 0 || place > page.indexOf("<h3>Policies</h3>")),
      [],
    );
    const order = ["<h3>Data would be lost</h3>", "<h3>Policies</h3>", "<h3>Resources</h3>"];
    assert.deepEqual(
      order.map((title) => page.indexOf(title)),
      order.map((title) => page.indexOf(title)).toSorted((a, b) => a - b),
    );
  });

  it("names its stack at the top where there is one alone", async () => {
    const header = async (changes: readonly StackChange[]) => (await changesHtml(changes)).split("<main")[0] ?? "";
    assert.match(await header([everything]), /<p>Stack <code>prod<\/code>\. Compared with /);
    assert.doesNotMatch(await header([everything, { ...everything, stack: "other" }]), /<p>Stack /);
  });

  it("leads to stacks by their names, whatever else is in it", async () => {
    const page = await changesHtml([everything, { ...everything, stack: "a b" }]);
    for (const label of ["prod", "a b"]) {
      assert.equal(page.split(`id="${stackAnchor(label)}"`).length, 2);
      assert.ok(page.includes(`href="#${stackAnchor(label)}"`));
    }
  });

  it("says so where no stack is touched", async () => {
    const page = await changesHtml([]);
    assert.ok(
      page.includes('<h1 class="good"><span aria-hidden="true">✔</span> No stack is touched</h1>') &&
        !page.includes("Compared with"),
    );
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
