import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { topologyConcepts } from "../../components/contract";
import type { Plan } from "../../preview/model/plan";
import { changedPlanOf } from "../support/plans";
import { projectDir } from "../support/project";
import { ofFixture } from "../support/shipped";

const folder = join(projectDir, "test/fixtures/programs/toy-cloud");
const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

describe("a cloud of one small folder", () => {
  for (const { stack, environment } of ofFixture.filter(({ cloud }) => cloud === "aws")) {
    it(`builds ${stack} with the same components as any cloud, and its own resources only`, async () => {
      const toy = await changedPlanOf(stack, {}, folder);
      const kinds = components(toy, "toy").map(({ type }) => type.split(":").at(-1)?.toLowerCase() ?? "");
      assert.deepEqual([...new Set(kinds)].sort(), [...topologyConcepts].sort());
      const native = toy.resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:providers:"));
      assert.ok(native.length >= 10);
      for (const { type, urn } of native) assert.match(type, /^random:/, urn);
      assert.equal(toy.stackOutputs.url, `https://${environment === "prod" ? "" : `${environment}.`}fixture.example`);
    });
  }

  it("is small", () => {
    const lines = files.reduce((sum, file) => sum + textOf(file).split("\n").length, 0);
    assert.ok(lines < 250, `${lines} lines`);
  });

  it("is what docs/adding-a-cloud.md shows", () => {
    const page = readFileSync(join(projectDir, "docs/adding-a-cloud.md"), "utf8");
    const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
    const refusal = readFileSync(join(projectDir, "test/components/contract/refused-concepts.test.ts"), "utf8");
    const sources = [...files.map(textOf), refusal];
    assert.equal(blocks.length, 3);
    for (const block of blocks) {
      const shown = block.replace(/^\/\/ \S+\n/, "");
      assert.ok(
        sources.some((source) => source.includes(shown)),
        shown,
      );
    }
  });
});

function components({ resources }: Plan, cloud: string) {
  return resources.filter(({ custom, type }) => !custom && type.startsWith(`isotopo:${cloud}:`));
}
