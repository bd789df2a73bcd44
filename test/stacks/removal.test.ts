import assert from "node:assert/strict";
import type { CloudName } from "../../components/contract";
import { applicationNames } from "../../infra/apps";
import { findProject } from "../../preview/project/project";
import { readStack } from "../../preview/project/stacks";
import { topologyOfStack } from "../parity/topologies";
import { projectDir } from "../support/project";
import { removalFaults } from "../support/removal/judge";
import { removals, withEverything } from "../support/removal/removals";
import { lastingNames, takenNames } from "../support/removal/second-life";
import type { VariantAnswer } from "../support/variants/request";
import { variantsOf } from "../support/variants/variants";

const everything = "everything";

/** Clouds whose rows have all been seen to pass; the others join as soon as a run of theirs has been seen. */
const seen: readonly CloudName[] = ["gcp", "kubernetes"];

for (const cloud of seen) {
  const base = withEverything(topologyOfStack(`icosistem-${cloud}-prod`));

  describe(`removal on ${cloud}`, function () {
    // All plans of a cloud are made by one program, for which the first row waits.
    this.timeout(600_000);
    let answer: Promise<VariantAnswer>;
    before(() => {
      answer = variantsOf({
        config: readStack(findProject(projectDir), `icosistem-${cloud}-prod`).values,
        topologies: Object.fromEntries([
          ...applicationNames.map((app) => [app, topologyOfStack(`${app}-${cloud}-prod`)] as const),
          [everything, base],
          ...removals.map(({ thing, remove }) => {
            const topology = structuredClone(base);
            remove(topology);
            return [thing, topology] as const;
          }),
        ]),
        compared: removals.map(({ thing }) => [everything, thing]),
      });
      answer.catch(() => {});
    });

    removals.forEach((removal, index) => {
      it(`${removal.thing}: nothing else goes with it, and nothing refuses to`, async () => {
        const changes = (await answer).changes[index];
        assert.ok(changes !== undefined && changes.length > 50);
        assert.deepEqual(removalFaults(changes, removal), []);
        // A removal that changes nothing would prove nothing, unless the cloud has no such thing.
        const isNothing = changes.every(({ action, custom }) => !custom || action === "unchanged");
        assert.equal(isNothing, removal.unknownTo?.includes(cloud) ?? false);
      });
    });

    it("no name that stays taken is the same when a stack is made anew", async () => {
      const { plans } = await answer;
      const found = [...applicationNames, everything].map((name) => plans[name] ?? assert.fail(name));
      assert.deepEqual([...new Set(found.flatMap(takenNames))], []);
      const types = new Set(found.flatMap(({ resources }) => resources.map(({ type }) => type)));
      const unseen = Object.keys(lastingNames).filter((type) => type.split(/[:-]/)[0] === cloud && !types.has(type));
      assert.deepEqual(unseen, []);
    });
  });
}
