import assert from "node:assert/strict";
import { type RegistryTarget, registryTargets } from "../../components/targets";
import { rules } from "../../policy/rules";
import { replaceForcing } from "../../preview/compare/replace-forcing";
import { applicationNamed } from "../support/fixture/applications";
import { registryNamed } from "../support/fixture/stacks";
import { nameRules } from "../support/names";
import { nameFaults } from "../support/names/judge";
import { registryPlanOf, registryStacks } from "../support/registries";
import { valueAt } from "../support/value-at";

const unknowns = { unknowns: true } as const;

/** The registries of the fixture, which has everything. */
const ofFixture = registryTargets.map((cloud) => `fixture-${cloud}`);

/** A registry by what its config says: its name is free. */
function placed(stack: string): { stack: string; app: string; cloud: RegistryTarget } {
  const { config } = registryNamed(stack);
  const cloud = registryTargets.find((target) => target === config["isotopo:cloud"]);
  return { stack, app: config["isotopo:app"] ?? assert.fail(stack), cloud: cloud ?? assert.fail(stack) };
}

describe("every registry", () => {
  for (const { stack, app, cloud } of [...ofFixture, ...registryStacks].map(placed)) {
    describe(stack, () => {
      before(() => {
        registryPlanOf(stack);
        registryPlanOf(stack, {}, unknowns);
      });

      for (const [name, variant] of Object.entries({
        "every rule": {},
        "every rule with unknown outputs": unknowns,
      })) {
        it(`satisfies ${name}, as production has to`, async () => {
          const { policy } = await registryPlanOf(stack, {}, variant);
          assert.equal(policy.rules, rules.length);
          assert.deepEqual(policy.violations, []);
        });
      }

      it("has a repository for each image of its application", async () => {
        const { stackOutputs } = await registryPlanOf(stack);
        const images = Object.keys(applicationNamed(app).images);
        assert.deepEqual(Object.keys(stackOutputs.repositories as object).sort(), images.sort());
      });

      it("has names that its cloud takes, and types of which it is known what replaces them", async () => {
        const { resources } = await registryPlanOf(stack);
        const { named } = nameRules[cloud];
        const made = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:providers:"));
        assert.deepEqual(
          made.filter(({ type }) => replaceForcing(type) === undefined).map(({ type }) => type),
          [],
        );
        assert.ok(made.some(({ type }) => named[type] !== undefined));
        assert.deepEqual(
          made.flatMap((resource) => nameFaults(resource, named[resource.type])),
          [],
        );
      });

      it("is whose it is", async () => {
        const { resources } = await registryPlanOf(stack);
        const tagged = resources.flatMap(({ inputs }) => inputs.tags ?? inputs.labels ?? []);
        assert.ok(tagged.length > 0);
        for (const tags of tagged) {
          assert.equal(valueAt(tags, "app"), app);
          assert.equal(valueAt(tags, "environment"), "shared");
        }
      });
    });
  }
});
