import assert from "node:assert/strict";
import { targetNames } from "../../components/targets";
import { productionsOn, topologyOfStack } from "../parity/topologies";
import { conflicts } from "../support/claims/conflicts";
import { changed, changedPaths, filled, type ListChange, listChanges } from "../support/lists/changes";
import { faultsOf } from "../support/lists/judge";
import { placesOf } from "../support/lists/places";
import { variantsBefore } from "../support/variants/before";

/** The fixture in every way; the others, which are made by the same code, where most would move: a plan takes seconds. */
function changesOf(stack: string): readonly ListChange[] {
  return stack.startsWith("fixture-") ? listChanges : ["added first"];
}

interface Comparison {
  from: string;
  to: string;
  kind: "added" | "removed" | "reversed";
}

/** What is compared of a stack: each change of its lists, and for what is added the way back. */
function comparisons({ stack }: { stack: string }): Comparison[] {
  const base = `${stack}: as it was`;
  return changesOf(stack).flatMap((change): Comparison[] => {
    const to = `${stack}: ${change}`;
    if (change === "reversed") return [{ from: base, to, kind: "reversed" }];
    return [
      { from: base, to, kind: "added" },
      { from: to, to: base, kind: "removed" },
    ];
  });
}

for (const cloud of targetNames) {
  const pairs = productionsOn(cloud).flatMap(comparisons);
  describe(`lists on ${cloud}`, function () {
    // The first of them waits for all plans of the cloud.
    this.timeout(300_000);
    const answer = variantsBefore(cloud, () => {
      const stacks = productionsOn(cloud).map(({ stack, topology }) => ({ stack, base: filled(topology) }));
      return {
        topologies: Object.fromEntries(
          stacks.flatMap(({ stack, base }) => [
            [`${stack}: as it was`, base],
            ...changesOf(stack).map((change) => [`${stack}: ${change}`, changed(base, change)] as const),
          ]),
        ),
        compared: pairs.map(({ from, to }) => [from, to]),
      };
    });

    pairs.forEach(({ from, to, kind }, index) => {
      const name = kind === "removed" ? `${from}, and removed again` : to;
      it(`${name}: nothing else comes, goes, or takes a name that is taken`, async () => {
        const { plans, changes } = await answer();
        const [before, after, found] = [plans[from], plans[to], changes[index]];
        assert.ok(before !== undefined && after !== undefined && found !== undefined);
        assert.ok(found.length > 50, `${found.length} resources`);
        const replaced = new Set(found.filter(({ action }) => action.endsWith("replace")).map(({ urn }) => urn));
        assert.deepEqual([...faultsOf(found, kind), ...conflicts(before, after, replaced)], []);
      });
    });
  });
}

describe("the table of lists", () => {
  it("finds each list of the topology's type in the fixture", () => {
    const all = targetNames.map((cloud) => filled(topologyOfStack(`fixture-${cloud}-prod`)));
    assert.deepEqual(
      changedPaths.filter((path) => all.every((topology) => placesOf(topology, path).length === 0)),
      [],
    );
  });
});
