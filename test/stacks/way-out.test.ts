import assert from "node:assert/strict";
import { targetNames } from "../../components/targets";
import { productionsOn } from "../parity/topologies";
import { stackNamed } from "../support/fixture/stacks";
import { withEverything } from "../support/removal/everything";
import { leftBehind, lostKeys } from "../support/removal/second-life";
import { otherChanges, unprotected } from "../support/removal/unprotected";
import type { VariantAnswer } from "../support/variants/request";
import { variantsOf } from "../support/variants/variants";

for (const cloud of targetNames) {
  describe(`the way out on ${cloud}`, function () {
    // All plans of a cloud are made by one program, for which the first row waits.
    this.timeout(300_000);
    const productions = productionsOn(cloud);
    let answer: Promise<VariantAnswer>;
    before(() => {
      const stacks = productions.map(({ stack, topology }) => ({ stack, held: withEverything(topology) }));
      answer = variantsOf({
        config: stackNamed(`fixture-${cloud}-prod`).config,
        topologies: Object.fromEntries(
          stacks.flatMap(({ stack, held }) => [
            [stack, held],
            [`${stack} unprotected`, unprotected(held)],
          ]),
        ),
        compared: productions.map(({ stack }) => [stack, `${stack} unprotected`]),
      });
      answer.catch(() => {});
    });

    productions.forEach(({ stack }, index) => {
      it(`${stack}: only protections differ when protect is off`, async () => {
        const { plans, changes } = await answer;
        const found = changes[index];
        assert.ok(found !== undefined && found.length > 50);
        assert.deepEqual(otherChanges(found), []);
        // It was protected, and is not: else nothing was compared.
        const held = (name: string) =>
          (plans[name] ?? assert.fail(name)).resources.filter(({ protect }) => protect).length;
        assert.ok(held(stack) > 0);
        assert.equal(held(`${stack} unprotected`), 0);
      });

      it(`${stack}: what stays can be read`, async () => {
        const { plans } = await answer;
        const plan = plans[`${stack} unprotected`] ?? assert.fail(stack);
        assert.deepEqual(lostKeys(plan), []);
        const leaving = plan.resources.filter(({ type, inputs }) => leftBehind[type]?.leaves(inputs));
        assert.equal(
          leaving.length > 0,
          Object.keys(leftBehind).some((type) => type.split(":")[0] === cloud),
        );
      });
    });
  });
}
