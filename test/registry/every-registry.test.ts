import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registryTargets } from "../../components/targets";
import { applicationNames, loadApplication } from "../../infra/apps";
import { rules } from "../../policy/rules";
import { replaceForcing } from "../../preview/compare/replace-forcing";
import { nameRules } from "../support/names";
import { nameFaults } from "../support/names/judge";
import { registryDir, registryPlanOf, registryStacks } from "../support/registries";
import { valueAt } from "../support/value-at";

const strict = { policies: true } as const;
const unknowns = { policies: true, unknowns: true } as const;

describe("every registry", () => {
  it("is of every application, on every cloud that has registries", () => {
    const expected = applicationNames().flatMap((app) => registryTargets.map((cloud) => `${app}-${cloud}`));
    assert.deepEqual(registryStacks, expected.sort());
  });

  for (const stack of registryStacks) {
    describe(stack, () => {
      before(() => {
        registryPlanOf(stack, {}, strict);
        registryPlanOf(stack, {}, unknowns);
      });

      for (const [name, variant] of Object.entries({
        "every rule": strict,
        "every rule with unknown outputs": unknowns,
      })) {
        it(`satisfies ${name}, as production has to`, async () => {
          const { policy } = await registryPlanOf(stack, {}, variant);
          assert.equal(policy.rules, rules.length);
          assert.deepEqual(policy.violations, []);
        });
      }

      it("has a repository for each image of its application", async () => {
        const [app = ""] = stack.split("-");
        const { stackOutputs } = await registryPlanOf(stack, {}, strict);
        const images = Object.keys(loadApplication(app).images);
        assert.deepEqual(Object.keys(stackOutputs.repositories as object).sort(), images.sort());
      });

      it("has names that its cloud takes, and types of which it is known what replaces them", async () => {
        const { resources } = await registryPlanOf(stack, {}, strict);
        const cloud = registryTargets.find((one) => stack.endsWith(`-${one}`)) ?? assert.fail(stack);
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
        const { resources } = await registryPlanOf(stack, {}, strict);
        const [app = ""] = stack.split("-");
        const tagged = resources.flatMap(({ inputs }) => inputs.tags ?? inputs.labels ?? []);
        assert.ok(tagged.length > 0);
        for (const tags of tagged) {
          assert.equal(valueAt(tags, "app"), app);
          assert.equal(valueAt(tags, "environment"), "shared");
        }
      });

      it("names its schema to an editor", () => {
        const text = readFileSync(join(registryDir, "stacks", `Pulumi.${stack}.yaml`), "utf8");
        assert.match(text, /^# yaml-language-server: \$schema=registry\.schema\.json\n/);
      });
    });
  }
});
