import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { htmlReport } from "../../../../preview/formats/html/policy-page";
import { chromium } from "../../../support/chromium";
import { run } from "../../../support/command";
import { skipWithout } from "../../../support/needs";
import { inFolder } from "../../programs";
import { clean, mixed } from "../judged";

describe("the HTML report of policies", () => {
  it("has every violation, exemption and note, and no markup of others", () => {
    const page = htmlReport([mixed, clean]);
    assert.ok(page.includes("<title>Policies: 2 stacks, 1 mandatory violation</title>"));
    assert.equal(page.match(/<tr class="violation"/g)?.length, 2);
    assert.ok(page.includes("owner data, expires 2027-01-31: R. [e.yaml:2]"));
    assert.ok(page.includes("not known before the update"));
    assert.ok(page.includes("All rules are satisfied."));
    assert.ok(!page.includes("<script>alert"));
    assert.ok(!/(src|href)="(?!https:\/\/example\.org\/encryption|data:,)/.test(page), "it needs nothing else");
  });

  it("opens in a browser without an error, and counts what it shows", async function () {
    const browser = chromium();
    if (browser === undefined) {
      skipWithout(this, "there is no Chromium here (Debian: apt-get install chromium)");
    }
    await inFolder(async (folder) => {
      const file = join(folder, "report.html");
      writeFileSync(file, htmlReport([mixed, clean]));
      const args = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom"];
      const { stdout, stderr } = await run(browser, [...args, `--user-data-dir=${folder}`, `file://${file}`]);
      assert.ok(stdout.includes("2 of 2 violations"), stdout.slice(-500));
      assert.deepEqual(stderr.match(/:CONSOLE.*/g) ?? [], []);
    });
  });
});
