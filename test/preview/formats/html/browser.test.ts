import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { changesHtml } from "../../../../preview/formats/html";
import { factAnchor } from "../../../../preview/formats/shared/anchors";
import type { StackChange } from "../../../../preview/model/change";
import { openBrowser } from "../../../support/browser";
import { inFolder } from "../../programs";
import { everything, hostile } from "./stacks";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describe("the HTML report of changes, in a browser", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;

  before(async function () {
    browser = await openBrowser(this);
  });
  after(() => browser?.close());

  /** Opens a report; nothing may go wrong in it, and nothing may be asked for. */
  async function inPage(
    changes: readonly StackChange[],
    use: (page: Page, folder: string) => Promise<void>,
    { scheme = "light", hash = "" }: { scheme?: "light" | "dark"; hash?: string } = {},
  ): Promise<void> {
    const open = browser;
    assert.ok(open !== undefined);
    await inFolder(async (folder) => {
      const file = join(folder, "report.html");
      writeFileSync(file, await changesHtml(changes));
      const page = await open.newPage({ colorScheme: scheme });
      const trouble: string[] = [];
      page.on("console", (message) => trouble.push(message.text()));
      page.on("pageerror", (error) => trouble.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) trouble.push(request.url());
      });
      await page.goto(`${pathToFileURL(file)}${hash}`);
      await use(page, folder);
      assert.deepEqual(trouble, []);
      await page.close();
    });
  }

  const shown = (page: Page) => page.locator("li.resource:not([hidden]) > * strong").allTextContents();

  it("shows what changes, and all of it where that is asked", () =>
    inPage([everything], async (page) => {
      assert.equal(await page.textContent("#count"), "5 of 7 resources");
      await page.uncheck("#changed");
      assert.equal(await page.textContent("#count"), "7 of 7 resources");
    }));

  it("finds by name, type and property, below what it is in", () =>
    inPage([everything], async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("username");
      assert.equal(await page.textContent("#count"), "1 of 7 resources");
      assert.deepEqual(await shown(page), ["shop-prod", "store", "main"]);
      await page.keyboard.press("Escape");
      assert.equal(await page.inputValue("#search"), "");
      assert.equal(await page.textContent("#count"), "5 of 7 resources");
    }));

  it("filters by what happens, and has it in the address", () =>
    inPage([everything], async (page) => {
      await page.selectOption("#action", "delete");
      assert.deepEqual(await shown(page), ["files"]);
      assert.equal(new URL(page.url()).hash, "#action=delete&changed=1");
    }));

  it("shows what its address asks for", () =>
    inPage(
      [everything],
      async (page) => {
        assert.equal(await page.inputValue("#search"), "address");
        assert.deepEqual(await shown(page), ["address"]);
      },
      { hash: "#q=address" },
    ));

  it("has open what differs, and closes and opens it with the keyboard", () =>
    inPage([everything], async (page) => {
      const property = page.locator("table.properties code", { hasText: "username" });
      assert.ok(await property.isVisible());
      await page.locator("summary", { hasText: "main" }).last().focus();
      await page.keyboard.press("Enter");
      assert.equal(await property.isVisible(), false);
    }));

  it("opens and closes all", () =>
    inPage([everything], async (page) => {
      const open = () => page.locator("main details[open]").count();
      await page.click("#close");
      assert.equal(await open(), 0);
      await page.click("#open");
      assert.equal(await open(), await page.locator("main details").count());
    }));

  it("shows the place that a comment leads to", () =>
    inPage(
      [everything],
      async (page) => {
        assert.ok(await page.locator("#facts li:target").isVisible());
        assert.equal(await page.textContent("#count"), "5 of 7 resources");
      },
      { hash: `#${factAnchor("loss bucket files")}` },
    ));

  for (const scheme of ["light", "dark"] as const) {
    it(`has no serious fault for people who can't see or point, in ${scheme}`, () =>
      inPage(
        [everything, { ...everything, stack: "staging" }],
        async (page) => {
          await page.uncheck("#changed");
          await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
          await page.evaluate(axe);
          const found: unknown = await page.evaluate(
            "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))",
          );
          assert.deepEqual(found, []);
        },
        { scheme },
      ));
  }

  it("runs nothing that others say", () =>
    inPage([hostile], async (page) => {
      assert.equal(await page.evaluate("globalThis.tricked"), undefined);
      assert.deepEqual(await page.locator("img").count(), 0);
    }));

  it("prints with everything open", () =>
    inPage([everything], async (page, folder) => {
      await page.pdf({ path: join(folder, "report.pdf") });
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("#filters").isVisible(), false);
    }));

  it("is read without its script too", async () => {
    const open = browser;
    assert.ok(open !== undefined);
    const context = await open.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(await changesHtml([everything]));
    assert.ok(await page.locator("h1").isVisible());
    assert.equal(await page.locator("li.resource").count(), 7);
    assert.equal(await page.locator("#filters").isVisible(), false);
    await context.close();
  });
});
