import assert from "node:assert/strict";
import { type TargetName, targetNames, targets } from "../../components/targets";
import { planOf } from "../support/plans";
import { ofFixture } from "../support/shipped";
import { compare, unlisted } from "./compare";
import { absent } from "./fact";
import { type FactName, factNames, facts } from "./facts";
import { Native } from "./native";
import { readings } from "./readers";
import { topologyOfStack, wholeStacks } from "./topologies";

const stacksOf = (target: TargetName) => wholeStacks.filter(({ cloud }) => cloud === target).map(({ stack }) => stack);

/** What no stack asks for. */
const neverAsked: readonly FactName[] = ["edge: denied countries", "edge: denied ranges"];

describe("parity", () => {
  before(() => {
    // As many at once as there are cores, in the order in which they are asked for.
    for (const stack of targetNames.flatMap(stacksOf)) planOf(stack);
  });

  for (const cloud of targetNames) {
    describe(cloud, () => {
      /** Facts that are what was asked for on every stack so far. */
      const same = new Set(factNames);
      /** Facts of which some stack says something. */
      const read = new Set<FactName>();

      for (const stack of stacksOf(cloud)) {
        it(`${stack}: every value that was asked for reaches a native resource`, async () => {
          const native = new Native(await planOf(stack), topologyOfStack(stack));
          const problems = factNames.flatMap((name) => {
            const outcome = compare(name, facts[name], readings[cloud][name], native);
            if (!outcome.same) same.delete(name);
            if (outcome.read) read.add(name);
            return outcome.problems;
          });
          assert.deepEqual(problems, []);
        });
      }

      it("has every difference in the capability table", () => {
        const missing = factNames.flatMap((name) => {
          const options = unlisted(facts[name], readings[cloud][name], targets[cloud]);
          return options === undefined ? [] : [`${name}: ${options.join(", ") || "no difference is allowed"}`];
        });
        assert.deepEqual(missing, []);
      });

      it("tells of no difference that no stack has", () => {
        const stale = factNames.filter((name) => typeof readings[cloud][name] !== "function" && same.has(name));
        assert.deepEqual(stale, []);
      });

      it("reads something wherever it does not say that there is nothing", () => {
        const silent = factNames.filter((name) => readings[cloud][name] !== absent && !read.has(name));
        assert.deepEqual(silent, neverAsked);
      });
    });
  }

  const places = [...new Set(wholeStacks.map(({ app, environment }) => `${app} ${environment}`))];
  for (const place of places) {
    it(`${place} has the same components wherever it is`, async () => {
      const [first, ...others] = wholeStacks.filter(({ app, environment }) => `${app} ${environment}` === place);
      const expected = await componentsOf(first?.stack ?? assert.fail(place));
      assert.ok(expected.length >= 10);
      for (const { stack } of others) assert.deepEqual(await componentsOf(stack), expected, stack);
    });
  }

  it("compares every target with the others", () => {
    assert.deepEqual([...new Set(ofFixture.map(({ cloud }) => cloud))].sort(), [...targetNames].sort());
  });
});

/**
 * Kinds and names of the components, without the cloud's name in the kind. The APIs that a project of Google Cloud has to turn on
 * are part of no concept: no other cloud's SDK has a resource for the like.
 */
async function componentsOf(stack: string): Promise<string[]> {
  const { resources } = await planOf(stack);
  return resources
    .filter(({ type }) => type.startsWith("isotopo:") && type !== "isotopo:gcp:Apis")
    .map(({ type, name }) => `${type.replace(/:[a-z]+:/, ":")} ${name}`)
    .sort();
}
