import assert from "node:assert/strict";
import { targetNames } from "../../components/targets";
import { variantsBefore } from "../support/variants/before";
import type { WholeTopology } from "../support/whole";
import { compare } from "./compare";
import { factNames, facts } from "./facts";
import { Native } from "./native";
import { readings } from "./readers";
import { topologyOfStack } from "./topologies";

const routeFacts = factNames.filter((name) => name.startsWith("edge: "));

/** The fixture has a route for all paths; without it, its hosts answer them by their own services. */
function withoutRouteForAll(topology: WholeTopology): WholeTopology {
  const routes = topology.edge.routes.filter(({ path }) => path !== "/*");
  assert.ok(routes.length > 0 && routes.length < topology.edge.routes.length);
  return { ...topology, edge: { ...topology.edge, routes } };
}

describe("a host without a route for all paths", function () {
  this.timeout(120_000);
  for (const cloud of targetNames) {
    const stack = `fixture-${cloud}-prod`;
    const topology = withoutRouteForAll(topologyOfStack(stack));
    const answer = variantsBefore(cloud, () => ({ topologies: { [stack]: topology }, compared: [] }));

    it(`${cloud}: its own service answers, with the cache and the timeout that are the same on each cloud`, async () => {
      const { plans } = await answer();
      const native = new Native(plans[stack] ?? assert.fail(stack), topology);
      const outcomes = routeFacts.map((name) => compare(name, facts[name], readings[cloud][name], native));
      assert.deepEqual(
        outcomes.flatMap(({ problems }) => problems),
        [],
      );
    });
  }
});
