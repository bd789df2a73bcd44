import assert from "node:assert/strict";
import { type TargetName, targets } from "../../../components/targets";
import { topologyOfStack } from "../../parity/topologies";
import type { Fault } from "../clouds/faults";
import { engineBin } from "../support/engine-bin";
import { answering, buildPlugins } from "../support/plugins";
import type { Ended, EngineStack } from "../support/stack";
import { count } from "../support/tally";
import { differencesBetween, happenedTo, placeOf } from "./held-against";
import { lifeStack, takeStep } from "./life-stack";
import { type Foretold, foretold } from "./offline";
import { type Change, changesOf } from "./steps";

/** What fails where a change fails in the middle: a new workload and the edge's new host. */
const middle: readonly Fault[] = [
  { call: "create", urn: "compute-listed-c", what: "fail" },
  { call: "update", urn: "cdn", what: "fail" },
];

/**
 * The life of a stack on Pulumi's own engine, from an empty account to an empty account, twice: after each command, what the offline
 * preview foretold is what happened, resource by resource.
 */
export function describeLife(stack: string, target: TargetName): void {
  describe(`a life of ${stack}`, () => {
    const bin = engineBin();
    if (bin === undefined) {
      it("needs Pulumi's CLI: ISOTOPO_ENGINE");
      return;
    }
    // What comes after a step that failed would only fail by it.
    let failed = false;
    beforeEach(function () {
      if (failed) this.skip();
    });
    afterEach(function () {
      failed ||= this.currentTest?.state === "failed";
    });
    const changes = changesOf(topologyOfStack(stack), targets[target]);
    let life: EngineStack;
    let said: Foretold;

    const take = ({ topology, secretValues }: Change): void => takeStep(life, { topology, secretValues });

    before(async () => {
      const [plugins, answer] = await Promise.all([buildPlugins(), foretold(stack, changes)]);
      said = answer;
      life = await lifeStack(stack, { bin, plugins });
      count({ livesBegun: 1 });
    });
    after(() => life?.remove());

    it("first up", async () => {
      take(changes[0]);
      const ended = await life.up();
      endedWell(ended);
      assert.deepEqual([...new Set(happenedTo(ended.steps).values())], ["create"]);
    });

    it("up again changes nothing", async () => endedWell(await life.up("--expect-no-changes")));

    it("refresh changes nothing", async () => endedWell(await life.refresh("--expect-no-changes")));

    for (const change of changes.slice(1)) {
      it(change.name, async () => {
        take(change);
        const steps = [];
        if (change.fails) {
          life.faults(middle);
          const broken = await life.up();
          assert.notEqual(broken.code, 0, "the cloud was to fail");
          assert.ok(broken.failed.length > 0, broken.output);
          steps.push(...broken.steps);
          life.faults([]);
        }
        const ended = await life.up();
        endedWell(ended);
        steps.push(...ended.steps);
        const differences = differencesBetween(said.changes.get(change.name) ?? [], steps);
        count({ commands: 1, resources: happenedTo(steps).size, differences: differences.length });
        assert.deepEqual(differences, []);
      });
    }

    it("destroy", async () => endedWell(await life.destroy()));
    it("the same from the start", async () => endedWell(await life.up()));
    it("destroyed again", async () => {
      endedWell(await life.destroy());
      const left = answering.flatMap((cloud) =>
        life
          .account(cloud)
          .things()
          .map(({ urn }) => placeOf(urn)),
      );
      assert.deepEqual(new Set(left), said.retained);
      count({ lives: 1 });
    });
  });
}

function endedWell({ code, errors, output }: Ended): void {
  assert.deepEqual([...errors], []);
  assert.equal(code, 0, output);
}
