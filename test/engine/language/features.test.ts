import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import type { ResourceChange } from "../../../preview/model/change";
import { features } from "../../fixtures/programs/language/programs";
import { changeDifferences } from "../programs/same-changes";
import { suiteEngine } from "../support/engine-bin";
import type { Ended } from "../support/stack";
import { count } from "../support/tally";
import { configOf, offlinePlan, withStack } from "./both";

const ids = Object.keys(features);

describe("changed programs with each feature of the SDK, on both engines", () => {
  it("are at least 60", () => assert.ok(ids.length >= 60, `${ids.length}`));

  const bin = suiteEngine();
  if (bin === undefined) return;

  let both: Promise<{ ended: Ended; changes: readonly ResourceChange[] }>;
  before(() => {
    both = Promise.all([changedOn(bin), changedOffline()]).then(([ended, changes]) => ({ ended, changes }));
    both.catch(() => {});
  });

  for (const id of ids) {
    it(id, async () => {
      const { ended, changes } = await both;
      const own = (name: string) => name.startsWith(`${id}--`);
      const steps = ended.steps.filter(({ urn }) => own(urn.split("::").at(-1) ?? ""));
      const said = changes.filter(({ name }) => own(name));
      assert.ok(steps.length > 0);
      const differences = changeDifferences(said, steps);
      count({ programs: 1, differences: differences.length });
      assert.deepEqual(differences, []);
    });
  }
});

/** Makes the programs, and asks what they would do changed. */
function changedOn(bin: string): Promise<Ended> {
  return withStack(bin, ids, async (stack) => {
    const made = await stack.up();
    assert.deepEqual([...made.errors], []);
    stack.configure(configOf(ids, true));
    const ended = await stack.preview();
    assert.deepEqual([...ended.errors], []);
    return ended;
  });
}

async function changedOffline(): Promise<readonly ResourceChange[]> {
  const [base, head] = await Promise.all([offlinePlan(ids), offlinePlan(ids, true)]);
  return comparePlans(base, head, "before").changes;
}
