import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isBlocking, type Plan, type PlanResource } from "../../preview/plan/plan";
import { freshPlanOf, planOf } from "../support/plans";
import { projectDir, shippedStacks } from "../support/project";

describe("every stack", () => {
  before(() => {
    for (const stack of shippedStacks) {
      planOf(stack, { policies: true });
      planOf(stack, { policies: true, unknowns: true });
    }
  });

  it("there are 24", () => assert.equal(shippedStacks.length, 24));

  for (const stack of shippedStacks) {
    describe(stack, () => {
      it("satisfies every rule", async () => assertSatisfied(await planOf(stack, { policies: true })));

      it("satisfies every rule with unknown outputs", async () => {
        assertSatisfied(await planOf(stack, { policies: true, unknowns: true }));
      });

      it("is the same twice", async () => {
        const [first, second] = [await planOf(stack, { policies: true }), await freshPlanOf(stack)];
        assert.deepEqual(second.resources, first.resources);
      });

      it("has the same URNs with unknown outputs", async () => {
        const [known, unknown] = [
          await planOf(stack, { policies: true }),
          await planOf(stack, { policies: true, unknowns: true }),
        ];
        assert.deepEqual(urns(unknown), urns(known));
      });

      it("has every resource of a cloud under a component of a concept", async () => {
        const { resources } = await planOf(stack, { policies: true });
        const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        const stray = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:providers:"));
        for (const { urn, parent } of stray) {
          const owner = byUrn.get(parent ?? "");
          assert.ok(
            owner !== undefined && !owner.custom && /^isotopo:(aws|kubernetes):/.test(owner.type),
            `${urn} under ${parent}`,
          );
        }
      });

      it("has tags or labels on all that takes them", async () => {
        const { resources } = await planOf(stack, { policies: true });
        const [app, , environment] = stack.split("-");
        for (const resource of resources.filter(takesTags)) {
          const tags = tagsOf(resource);
          assert.equal(tags.app, app, resource.urn);
          assert.equal(tags.environment, environment, resource.urn);
          assert.ok(tags["cost-center"] !== undefined, resource.urn);
        }
      });

      it("protects what holds data in production, and nothing else where it is made anew", async () => {
        const { resources } = await planOf(stack, { policies: true });
        const holding = resources.filter((r) => holdsData.has(r.type) && !("replicateSourceDb" in r.inputs));
        assert.ok(holding.length > 0);
        const expected = stack.endsWith("-prod");
        for (const { urn, protect } of holding) assert.equal(protect, expected, urn);
      });
    });
  }
});

const holdsData = new Set([
  "aws:rds/instance:Instance",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:s3/bucket:Bucket",
  "kubernetes:postgresql.cnpg.io/v1:Cluster",
  "kubernetes:core/v1:PersistentVolumeClaim",
]);

function assertSatisfied({ policy, resources }: Plan): void {
  assert.equal(policy.rules, 23);
  assert.deepEqual(policy.violations.filter(isBlocking), []);
  assert.deepEqual(policy.violations, []);
  assert.ok(resources.length > 50);
}

function urns({ resources }: Plan): string[] {
  return resources.map(({ urn }) => urn);
}

/** Whether a type takes tags is read from the SDK's own declaration of its arguments. */
function takesTags({ type, custom }: PlanResource): boolean {
  if (!custom || type.startsWith("pulumi:")) return false;
  if (type.startsWith("kubernetes:")) return true;
  const [, module] = /^aws:([^:]+):/.exec(type) ?? [];
  if (module === undefined) return false;
  const declaration = readFileSync(join(projectDir, `node_modules/@pulumi/aws/${module}.d.ts`), "utf8");
  return /export interface \w+Args \{[\s\S]*?\n {4}tags\?:/.test(declaration);
}

function tagsOf({ inputs }: PlanResource): Record<string, unknown> {
  const metadata = inputs.metadata;
  const tags = isRecord(metadata) ? metadata.labels : inputs.tags;
  return isRecord(tags) ? tags : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
