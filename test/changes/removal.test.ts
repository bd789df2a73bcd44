import assert from "node:assert/strict";
import { targetNames } from "../../components/targets";
import { productionsOn, topologyOfStack } from "../parity/topologies";
import { holdersOf } from "../support/lists/places";
import { withEverything } from "../support/removal/everything";
import { removalFaults } from "../support/removal/judge";
import { optionalRows } from "../support/removal/optional-rows";
import type { Removal } from "../support/removal/removal";
import { removals } from "../support/removal/removals";
import { lastingNames, takenNames } from "../support/removal/second-life";
import { variantsBefore } from "../support/variants/before";

const everything = "everything";

/** The fixture loses each thing by itself; the others, which are made by the same code, all at once. */
const all: Omit<Removal, "remove"> = {
  thing: "all things",
  own: joined(removals.map(({ own }) => own)),
  says: joined(removals.flatMap(({ says }) => says ?? [])),
  replaces: joined(removals.flatMap(({ replaces }) => replaces ?? [])),
  drawn: joined(removals.flatMap(({ drawn }) => drawn ?? [])),
  holdsData: true,
};

function joined(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|") || "(?!)", "i");
}

for (const cloud of targetNames) {
  const base = withEverything(topologyOfStack(`fixture-${cloud}-prod`));
  const others = productionsOn(cloud).filter(({ stack }) => !stack.startsWith("fixture-"));

  describe(`removal on ${cloud}`, function () {
    // All plans of a cloud are made by one program, for which the first row waits.
    this.timeout(600_000);
    const answer = variantsBefore(cloud, () => ({
      topologies: Object.fromEntries([
        ...productionsOn(cloud).map(({ stack, topology }) => [stack, topology] as const),
        [everything, base],
        ...others.flatMap(({ stack, topology }) => {
          const whole = withEverything(topology);
          const bare = structuredClone(whole);
          for (const { remove } of removals) remove(bare);
          return [[`${stack}: ${everything}`, whole] as const, [`${stack}: bare`, bare] as const];
        }),
        ...removals.map(({ thing, remove }) => {
          const topology = structuredClone(base);
          remove(topology);
          return [thing, topology] as const;
        }),
      ]),
      compared: [
        ...removals.map(({ thing }): [string, string] => [everything, thing]),
        ...others.map(({ stack }): [string, string] => [`${stack}: ${everything}`, `${stack}: bare`]),
      ],
    }));

    removals.forEach((removal, index) => {
      it(`${removal.thing}: nothing else goes with it, and nothing refuses to`, async () => {
        const changes = (await answer()).changes[index];
        assert.ok(changes !== undefined && changes.length > 50);
        assert.deepEqual(removalFaults(changes, removal), []);
        // A removal that changes nothing would prove nothing, unless the cloud has no such thing.
        const isNothing = changes.every(({ action, custom }) => !custom || action === "unchanged");
        assert.equal(isNothing, removal.unknownTo?.includes(cloud) ?? false);
      });
    });

    others.forEach(({ stack }, index) => {
      it(`${stack}: all of them at once go, and nothing else with them`, async () => {
        const changes = (await answer()).changes[removals.length + index];
        assert.ok(changes !== undefined && changes.length > 50);
        assert.deepEqual(removalFaults(changes, all), []);
        assert.ok(changes.some(({ action }) => action === "delete"));
      });
    });

    it("no name that stays taken is the same when a stack is made anew", async () => {
      const { plans } = await answer();
      // A name of the archive that a stack gives itself is its own affair.
      const found = [...productionsOn(cloud).map(({ stack }) => stack), "platform.kubernetes.backupName"].map(
        (name) => plans[name] ?? assert.fail(name),
      );
      assert.deepEqual([...new Set(found.flatMap(takenNames))], []);
      const types = new Set(found.flatMap(({ resources }) => resources.map(({ type }) => type)));
      const unseen = Object.keys(lastingNames).filter((type) => type.split(/[:-]/)[0] === cloud && !types.has(type));
      assert.deepEqual(unseen, []);
    });
  });
}

describe("the table of what may be left out", () => {
  it("finds each optional part of the topology's type in a stack", () => {
    const stacks = targetNames.map((cloud) => withEverything(topologyOfStack(`fixture-${cloud}-prod`)));
    assert.deepEqual(
      Object.entries(optionalRows).flatMap(([path, row]) =>
        "kept" in row || stacks.some((topology) => holdersOf(topology, path).length > 0) ? [] : [path],
      ),
      [],
    );
  });
});
