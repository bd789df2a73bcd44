import assert from "node:assert/strict";
import { type TargetName, targetNames } from "../../components/targets";
import type { Plan } from "../../preview/model/plan";
import { partialFacts, partialTopology } from "../support/partial-applications";
import { variantsOf } from "../support/variants/variants";

const foundation = ["Identity", "Images", "Network", "Secrets", "Storage"];

/** What each application is made of, and where it can be. */
const rows: Record<keyof typeof partialFacts, { components: string[]; on: readonly TargetName[] }> = {
  "only storage and edge": { components: ["Cdn", ...foundation], on: ["aws"] },
  "only compute": { components: ["Compute", ...foundation], on: targetNames },
  "compute and edge": { components: ["Cdn", "Compute", ...foundation], on: targetNames },
};

/** Types of native resources that belong to one concept only. */
const own: Readonly<Record<string, RegExp>> = {
  Postgres: /^(aws:rds|gcp:sql|azure-native:dbforpostgresql|kubernetes:postgresql)/,
  Redis: /^(aws:elasticache|gcp:redis|azure-native:redisenterprise)/,
  Compute: /^(aws:(ecs|lb)|gcp:cloudrunv2|azure-native:app|kubernetes:apps)\b/,
  Cdn: /^(aws:cloudfront|azure-native:cdn|gcp:compute\/(urlMap|backendService):|kubernetes:gateway)/,
};

function componentsOf({ resources }: Plan): string[] {
  const kinds = resources
    .filter(({ custom, type }) => !custom && /^isotopo:(?!index)/.test(type))
    .map(({ type }) => type);
  return [...new Set(kinds.map((type) => type.split(":").at(-1) ?? ""))].filter((kind) => kind !== "Apis").sort();
}

describe("an application that leaves something out", function () {
  this.timeout(240_000);

  for (const cloud of targetNames) {
    const possible = Object.entries(rows).flatMap(([name, { components, on }]) => {
      const facts = Object.entries(partialFacts).find(([key]) => key === name)?.[1];
      return facts !== undefined && on.includes(cloud) ? [{ name, facts, components }] : [];
    });

    describe(cloud, () => {
      let plans: Readonly<Record<string, Plan>>;
      before(async () => {
        const topologies = possible.map(({ name, facts }) => [name, partialTopology(facts, cloud).topology] as const);
        ({ plans } = await variantsOf({ config: {}, topologies: Object.fromEntries(topologies), compared: [] }));
      });

      for (const { name, facts, components } of possible) {
        it(`${name}: nothing is wrong, and nothing is made of what it has not got`, () => {
          assert.deepEqual(partialTopology(facts, cloud).problems, []);
          const plan = plans[name];
          assert.ok(plan !== undefined);
          assert.deepEqual(componentsOf(plan), [...components].sort());
          const types = plan.resources.filter(({ custom }) => custom).map(({ type }) => type);
          for (const [concept, pattern] of Object.entries(own)) {
            if (!components.includes(concept))
              assert.deepEqual(
                types.filter((type) => pattern.test(type)),
                [],
              );
          }
          assert.deepEqual(plan.diagnostics, []);
        });
      }
    });
  }
});
