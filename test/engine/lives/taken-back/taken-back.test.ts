import assert from "node:assert/strict";
import { behaviours } from "../../clouds/behaviours";
import { suiteHost } from "../../host/suite-host";
import { suiteEngine } from "../../support/engine-bin";
import { buildPlugins } from "../../support/plugins";
import { stepName } from "./fix";
import { fixes } from "./fixes";
import { shortLife } from "./short-life";

describe("a fix that is taken back", () => {
  it("is in the table for every behaviour of every cloud", () => {
    const wanted = behaviours.flatMap(({ name, packages }) => packages.map((one) => `${name} on ${one}`));
    const found = Object.values(fixes).map(({ behaviour, stack }) => `${behaviour} on ${packageOf(stack)}`);
    assert.deepEqual([...new Set(found)].sort(), wanted.sort());
  });

  const bin = suiteEngine();
  if (bin === undefined) return;
  const host = suiteHost();

  for (const [id, { behaviour, steps }] of Object.entries(fixes)) {
    it(`is missed: ${id}`, async () => {
      const place = { bin, plugins: await buildPlugins(), host: host() };
      assert.equal(await shortLife(id, false, place), undefined, "it ends well with the fix");
      const ended = await shortLife(id, true, place);
      assert.ok(ended !== undefined, "nothing was refused without it");
      assert.equal(ended.step, steps.map(stepName).at(-1));
      assert.deepEqual([...new Set(ended.refusals.map((one) => one.behaviour))], [behaviour]);
    });
  }
});

function packageOf(stack: string): string {
  const [, cloud = ""] = stack.split("-");
  return cloud === "azure" ? "azure-native" : cloud;
}
