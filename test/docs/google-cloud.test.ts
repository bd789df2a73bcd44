import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resourcesOf } from "../support/plan-queries";
import { planOf } from "../support/plans";
import { projectDir } from "../support/project";

const read = (page: string) => readFileSync(join(projectDir, page), "utf8");
const page = read("docs/gcp.md");

/** Blocks of commands that need an account. */
function accountBlocks(text: string): string[] {
  return [...text.matchAll(/^```sh account\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
}

describe("commands for Google Cloud", () => {
  const ofReadme = accountBlocks(read("README.md")).filter((block) => block.includes("gcp:project"));

  it("refresh first, as a database's disk grows by itself", () => {
    const blocks = [...ofReadme, ...accountBlocks(page)];
    const updates = blocks.flatMap((block) => block.split("\n")).filter((line) => line.startsWith("pulumi up"));
    assert.ok(ofReadme.length > 0 && updates.length > 1);
    assert.deepEqual(
      updates.filter((line) => !line.includes(" --refresh")),
      [],
    );
  });

  it("enable every API that a stack is made by, before its first update", async () => {
    const services = resourcesOf(await planOf("fixture-gcp-prod"), "gcp:projects/service:Service");
    const [first = ""] = accountBlocks(page);
    const lines = first.split("\n").map((line) => line.replace("gcloud services enable ", "").split(" "));
    assert.deepEqual(lines[1], services.map(({ inputs }) => String(inputs.service)).sort());
  });

  it("make the service agent of a project that pulls and never had Cloud Run", () => {
    const images = /^## Images\n([\s\S]*?)^## /m.exec(page)?.[1] ?? "";
    assert.deepEqual(accountBlocks(images), [
      "gcloud services enable run.googleapis.com --project <pulling project>\n" +
        "gcloud beta services identity create --service run.googleapis.com --project <pulling project>\n",
    ]);
  });
});
