import assert from "node:assert/strict";
import { targetNames } from "../../components/targets";
import type { Plan, PlanResource } from "../../preview/model/plan";
import { nameRules } from "../support/names";
import { nameFaults } from "../support/names/judge";
import type { NameRule } from "../support/names/rule";
import { ownKeys, planOf } from "../support/plans";
import { valueAt } from "../support/value-at";

/** The applications of the tests where their names are the longest, the keys of one's own among them. */
async function longestPlans(cloud: string): Promise<Plan[]> {
  const stacks = ["fixture", "small"].flatMap((app) => [`${app}-${cloud}-staging`, `${app}-${cloud}-prod`]);
  const changed = cloud === "kubernetes" ? [] : [planOf(`fixture-${cloud}-staging`, {}, ownKeys)];
  return Promise.all([...stacks.map((stack) => planOf(stack)), ...changed]);
}

for (const cloud of targetNames) {
  describe(`names on ${cloud}`, () => {
    const { named, nameless } = nameRules[cloud];
    let resources: PlanResource[] = [];
    before(async () => {
      const plans = await longestPlans(cloud);
      resources = plans.flatMap((plan) => plan.resources).filter(({ type }) => type.split(":")[0] === provider(cloud));
    });

    it("are of types that the table knows, and of no others", () => {
      const types = [...new Set(resources.map(({ type }) => type))];
      assert.deepEqual(
        types.filter((type) => !(type in named) && !nameless.includes(type)),
        [],
      );
      assert.ok(types.length >= 20);
    });

    it("are as long and of such characters as the service takes", () => {
      const wrong = resources.flatMap((resource) => nameFaults(resource, named[resource.type]));
      assert.deepEqual([...new Set(wrong)], []);
    });

    it("hold something of their own where they are to be unique", () => {
      const alike = resources.filter((resource) => {
        const rule = named[resource.type];
        return rule?.unique !== undefined && !holdsChance(resource, rule);
      });
      assert.deepEqual([...new Set(alike.map(({ type, name }) => `${type} ${name}`))], []);
    });
  });
}

/** Prefix of the types of a cloud. */
function provider(cloud: string): string {
  return cloud === "azure" ? "azure-native" : cloud;
}

/** Whether a name is drawn by the provider or by `@pulumi/random`, or has the id of the account or the project. */
function holdsChance({ inputs, outputs }: PlanResource, { property, unique }: NameRule): boolean {
  const given = valueAt(inputs, property);
  const drawn = valueAt(outputs, property);
  if (unique === "account") return typeof given === "string" && /-(\d{12}|[a-z-]+-example)$/.test(given);
  if (given === undefined) return typeof drawn === "string" && /-[0-9a-f]{7,8}$/.test(drawn);
  return typeof given === "string" && /random-(string|id)-[0-9a-f]{12}|-[0-9a-f]{7,8}$/.test(given);
}
