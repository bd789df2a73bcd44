import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { comparePlans } from "../preview/diff/compare";
import { preview } from "../preview/engine/preview";
import { findProject } from "../preview/project/project";
import { readStack } from "../preview/project/stacks";
import { changesHtml } from "../preview/report/html";

const projectDir = resolve(__dirname, "..");
const stack = "icosistem-aws-prod";

/** What the picture shows: a new image, a larger database, and one replica less. */
const change = {
  "isotopo:images": JSON.stringify({ app: `registry.example/icosistem/app@sha256:${"a".repeat(64)}` }),
  "isotopo:overrides": JSON.stringify({ postgres: { storageGiB: 200, maxStorageGiB: 800, readReplicas: 0 } }),
};

/** Makes the picture of the HTML report in the README, from a real comparison: `node --import tsx scripts/report-screenshot.ts`. */
async function main(): Promise<void> {
  const { values } = readStack(findProject(projectDir), stack);
  const policyPacks = [join(projectDir, "policy")];
  const [base, head] = await Promise.all([
    preview({ projectDir, stack }),
    preview({ projectDir, stack, policyPacks, config: { ...values, ...change } }),
  ]);
  const folder = mkdtempSync(join(tmpdir(), "isotopo-report-"));
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const file = join(folder, "report.html");
    writeFileSync(file, await changesHtml([comparePlans(base, head, "main (1a2b3c4)")]));
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(String(pathToFileURL(file)));
    await page
      .locator("li.resource:not([hidden]) > details > summary", { hasText: "compute-web-task" })
      .first()
      .click();
    await page.screenshot({ path: join(projectDir, "docs/images/report.png") });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
