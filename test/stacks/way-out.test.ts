import assert from "node:assert/strict";
import { targetNames } from "../../components/targets";
import { applicationNames } from "../../infra/apps";
import { findProject } from "../../preview/project/project";
import { readStack } from "../../preview/project/stacks";
import { topologyOfStack } from "../parity/topologies";
import { projectDir } from "../support/project";
import { withEverything } from "../support/removal/everything";
import { leftBehind, lostKeys } from "../support/removal/second-life";
import { otherChanges, unprotected } from "../support/removal/unprotected";
import type { VariantAnswer } from "../support/variants/request";
import { variantsOf } from "../support/variants/variants";

for (const cloud of targetNames) {
  describe(`the way out on ${cloud}`, function () {
    // All plans of a cloud are made by one program, for which the first row waits.
    this.timeout(300_000);
    let answer: Promise<VariantAnswer>;
    before(() => {
      const stacks = applicationNames().map((app) => ({
        app,
        held: withEverything(topologyOfStack(`${app}-${cloud}-prod`)),
      }));
      answer = variantsOf({
        config: readStack(findProject(projectDir), `icosistem-${cloud}-prod`).values,
        topologies: Object.fromEntries(
          stacks.flatMap(({ app, held }) => [
            [app, held],
            [`${app} unprotected`, unprotected(held)],
          ]),
        ),
        compared: applicationNames().map((app) => [app, `${app} unprotected`]),
      });
      answer.catch(() => {});
    });

    applicationNames().forEach((app, index) => {
      it(`${app}: only protections differ when protect is off`, async () => {
        const { plans, changes } = await answer;
        const found = changes[index];
        assert.ok(found !== undefined && found.length > 50);
        assert.deepEqual(otherChanges(found), []);
        // It was protected, and is not: else nothing was compared.
        const held = (name: string) =>
          (plans[name] ?? assert.fail(name)).resources.filter(({ protect }) => protect).length;
        assert.ok(held(app) > 0);
        assert.equal(held(`${app} unprotected`), 0);
      });

      it(`${app}: what stays can be read`, async () => {
        const { plans } = await answer;
        const plan = plans[`${app} unprotected`] ?? assert.fail(app);
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
