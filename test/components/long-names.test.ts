import assert from "node:assert/strict";
import { longestAppName, type Topology } from "../../components/contract";
import { targetNames } from "../../components/targets";
import type { Plan } from "../../preview/model/plan";
import { topologyOfStack } from "../parity/topologies";
import { conflicts } from "../support/claims/conflicts";
import { stackNamed } from "../support/fixture/stacks";
import { filled } from "../support/lists/changes";
import { nameRules } from "../support/names";
import { nameFaults } from "../support/names/judge";
import { variantsOf } from "../support/variants/variants";

/** Thirty characters more in every name that the tests add: `listed-migration-a` has 48 then. */
const more = "long-".repeat(6);

/** An application of the longest names: its own, the instance's, and those of all that its lists hold, in pairs that end differently. */
function longest(stack: string): Topology {
  const text = JSON.stringify(filled(topologyOfStack(stack)));
  const topology: Topology = JSON.parse(
    text
      .replaceAll("listed-", `listed-${more}`)
      .replaceAll("LISTED_", `LISTED_${more.toUpperCase().replaceAll("-", "_")}`),
  );
  topology.context.name = `${"a".repeat(longestAppName)}-staging-pr12345678`;
  return topology;
}

for (const cloud of targetNames) {
  describe(`the longest names on ${cloud}`, () => {
    let plan: Plan;
    before(async () => {
      const config = stackNamed(`fixture-${cloud}-staging`).config;
      const topologies = { longest: longest(`fixture-${cloud}-staging`) };
      const { plans } = await variantsOf({ config, topologies, compared: [] });
      assert.ok(plans.longest !== undefined);
      plan = plans.longest;
    });

    it("are as long and of such characters as each service takes", () => {
      const { named } = nameRules[cloud];
      const wrong = plan.resources.flatMap((resource) => nameFaults(resource, named[resource.type]));
      assert.deepEqual([...new Set(wrong)], []);
    });

    it("are of types that the table knows", () => {
      const { named, nameless } = nameRules[cloud];
      const provider = cloud === "azure" ? "azure-native" : cloud;
      const types = plan.resources.map(({ type }) => type).filter((type) => type.split(":")[0] === provider);
      assert.deepEqual(
        [...new Set(types)].filter((type) => !(type in named) && !nameless.includes(type)),
        [],
      );
    });

    it("are each given once", () => {
      assert.deepEqual(conflicts(plan, plan, new Set()), []);
    });
  });
}
