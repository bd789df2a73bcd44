import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { changesHtml } from "../../../../preview/formats/html";
import { htmlReport } from "../../../../preview/formats/html/policy-page";
import type { FileRemark } from "../../../../preview/model/reading";
import { openBrowser } from "../../../support/browser";
import { clean, mixed } from "../judged";
import { everything, urn, word, wordy, wordyPolicy } from "./stacks";

const remark: FileRemark = { file: word, line: 1, words: word };
const reading = { files: 1, excluded: 1, idle: [word], problems: [remark], warnings: [remark], skipped: [remark] };
const wordyJudged = {
  stack: word,
  resources: [{ urn: urn("a:b:C", word), type: `a:b:${word}`, name: word, source: { file: word, line: 1 } }],
  policy: wordyPolicy,
};

const pages: Readonly<Record<string, () => Promise<string> | string>> = {
  "of changes": () => changesHtml([everything, { ...everything, stack: word }, wordy]),
  "of one stack": () => changesHtml([wordy]),
  "of policies": () => htmlReport([mixed, clean, wordyJudged], reading),
};

describe("a page is no wider than its window, whatever is in it", function () {
  this.timeout(180_000);
  let browser: Browser | undefined;
  before(async function () {
    browser = await openBrowser(this);
  });
  after(() => browser?.close());

  for (const [name, make] of Object.entries(pages)) {
    for (const width of [390, 1280]) {
      it(`${name}, at ${width} px`, async () => {
        const open = browser;
        assert.ok(open !== undefined);
        const page = await open.newPage({ viewport: { width, height: 800 } });
        await page.setContent(await make());
        assert.ok((await page.locator("main").textContent())?.includes(word));
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width);
        const scrolled = await page.evaluate(
          "[...document.querySelectorAll('main *')].filter((one) => one.scrollWidth > one.clientWidth && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)).map((one) => one.tagName + '.' + one.className)",
        );
        assert.deepEqual(scrolled, []);
        await page.close();
      });
    }
  }
});
