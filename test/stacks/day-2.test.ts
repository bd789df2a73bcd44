import assert from "node:assert/strict";
import { join } from "node:path";
import { targetNames } from "../../components/targets";
import { comparePlans } from "../../preview/compare/compare";
import { heldData } from "../../preview/compare/data-holding";
import { replaceForcing } from "../../preview/compare/replace-forcing";
import type { ResourceChange } from "../../preview/model/change";
import type { Plan, PlanResource } from "../../preview/model/plan";
import { topologyOfStack } from "../parity/topologies";
import { type ConfigChange, changedPlanOf, planOf } from "../support/plans";
import { projectDir } from "../support/project";
import { valueAt } from "../support/value-at";
import { variantsBefore } from "../support/variants/before";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const addedService = join(projectDir, "test/fixtures/programs/added-service");

/** An ordinary day's changes, each with what has to differ afterwards: a change that reaches nothing would prove nothing. */
const changes: { name: string; change: ConfigChange; program?: string; changed: RegExp; rotated?: RegExp }[] = [
  {
    name: "a new image",
    change: {
      images: {
        app: `registry.example/fixture/app@${digest("1")}`,
        api: `registry.example/fixture/api@${digest("1")}`,
      },
    },
    changed: /TaskDefinition|cloudrunv2|app:ContainerApp|apps\/v1:Deployment/,
  },
  {
    name: "more replicas",
    change: { overrides: { replicas: { minimum: 4, maximum: 20 } } },
    changed: /appautoscaling\/target:Target|cloudrunv2\/service:Service|app:ContainerApp|HorizontalPodAutoscaler/,
  },
  {
    name: "larger storage",
    change: { overrides: { postgres: { storageGiB: 200, maxStorageGiB: 800 } } },
    changed:
      /rds\/instance:Instance|sql\/databaseInstance:DatabaseInstance|dbforpostgresql:Server|postgresql\.cnpg\.io\/v1:Cluster/,
  },
  {
    name: "more memory for Redis",
    change: { overrides: { redis: { memoryMiB: 3000 } } },
    changed: /ReplicationGroup|redis\/instance:Instance|redisenterprise:RedisEnterprise|PersistentVolumeClaim/,
  },
  { name: "an added service", change: {}, program: addedService, changed: /reports/ },
  {
    name: "a rotated password of the database",
    change: { rotate: { postgres: 2 } },
    changed: /RandomPassword|ExternalSecret/,
    rotated: /postgres.*(password|user)/,
  },
  {
    name: "a rotated secret of the application",
    change: { rotate: { SECRET_KEY: 2 } },
    changed: /RandomPassword|ExternalSecret/,
    rotated: /secrets-secret-key/,
  },
  { name: "another cost centre", change: { costCenter: "other" }, changed: /./ },
];

/** A stack before and after a change. */
interface Changed {
  before: Plan;
  after: Plan;
  changes: readonly ResourceChange[];
}

for (const cloud of targetNames) {
  const stack = `fixture-${cloud}-prod`;

  describe(`day 2 of ${stack}`, function () {
    // The plans of other config are made by one process, for which the first row waits.
    this.timeout(600_000);
    const byConfig = changes.filter(({ program }) => program === undefined);
    const answer = variantsBefore(cloud, () => ({
      topologies: Object.fromEntries([
        [stack, topologyOfStack(stack)],
        ...byConfig.map(({ name, change }) => [name, topologyOfStack(stack, change)] as const),
      ]),
      compared: byConfig.map(({ name }) => [stack, name]),
    }));

    const changedBy = async ({ name, change, program }: (typeof changes)[number]): Promise<Changed> => {
      if (program !== undefined) {
        const [before, after] = [await planOf(stack), await changedPlanOf(stack, change, program)];
        return { before, after, changes: comparePlans(before, after, "before").changes };
      }
      const { plans, changes: found } = await answer();
      const [before, after] = [plans[stack], plans[name]];
      const between = found[byConfig.findIndex((each) => each.name === name)];
      assert.ok(before !== undefined && after !== undefined && between !== undefined, name);
      return { before, after, changes: between };
    };

    for (const row of changes) {
      const { name, changed, rotated } = row;
      it(`${name} replaces nothing that holds data, and changes what it is about`, async () => {
        const { before, after, changes: found } = await changedBy(row);
        assertHeld({ before, after, changes: found }, rotated);
        const earlier = byUrn(before);
        const different = after.resources.filter(
          ({ urn, inputs }) => JSON.stringify(earlier.get(urn)?.inputs) !== JSON.stringify(inputs),
        );
        assert.ok(
          different.some(({ urn }) => changed.test(urn)),
          different.map(({ urn }) => urn).join("\n"),
        );
      });
    }

    it("a new value of an external secret replaces nothing that holds data, and is in no plan", async () => {
      const secrets = (value: string) => ({
        secrets: { SENTRY_DSN: `https://${value}@sentry.example/1`, MAIL_PASSWORD: value },
      });
      const [before, after] = await Promise.all(
        ["first-value", "second-value"].map((value) => changedPlanOf(stack, secrets(value))),
      );
      assert.ok(before !== undefined && after !== undefined);
      assertHeld({ before, after, changes: comparePlans(before, after, "before").changes });
      for (const plan of [before, after])
        assert.doesNotMatch(JSON.stringify(plan.resources), /first-value|second-value/);
    });
  });
}

/** What the operator of a cluster refuses to change, beside what Pulumi's provider replaces for. */
const refused: Readonly<Record<string, readonly string[]>> = {
  "kubernetes:postgresql.cnpg.io/v1:Cluster": ["spec.bootstrap"],
  "kubernetes:external-secrets.io/v1:ExternalSecret": ["spec.target.name"],
};

/** Whatever the table knows has the same URN, and what holds data the same value of each property that would replace it. */
function assertHeld({ before, after, changes: found }: Changed, rotated?: RegExp): void {
  const held = before.resources.filter(({ type, custom }) => custom && heldData(type) !== undefined);
  assert.ok(held.length > 5);
  const later = byUrn(after);
  for (const { urn, type, name, inputs } of held) {
    // The one object that a rotation is to replace: the order to make a password, not what holds data.
    if (rotated?.test(name) && type === "kubernetes:external-secrets.io/v1:ExternalSecret") continue;
    const now = later.get(urn);
    assert.ok(now !== undefined, `${urn} is gone`);
    for (const property of [...(replaceForcing(type) ?? []), ...(refused[type] ?? [])]) {
      assert.deepEqual(valueAt(now.inputs, property), valueAt(inputs, property), `${property} of ${urn}`);
    }
  }
  const lost = found.filter(
    ({ action, dataLoss, name }) =>
      dataLoss !== undefined && (action === "replace" || action === "delete") && !rotated?.test(name),
  );
  assert.deepEqual(
    lost.map(({ urn, causes }) => `${urn}: ${causes.join("; ")}`),
    [],
  );
}

describe("the table of what holds data", () => {
  it("has every such type that the stacks use", async () => {
    const plans = await Promise.all(targetNames.map((cloud) => planOf(`fixture-${cloud}-prod`)));
    const types = new Set(plans.flatMap(({ resources }) => resources.map(({ type }) => type)));
    const data = [...types].filter((type) =>
      /:(Instance|ReplicationGroup|Bucket|Key|Secret|PersistentVolumeClaim|Cluster)$/.test(type),
    );
    const unheld = ["aws:ecs/cluster:Cluster", "kubernetes:core/v1:Secret"];
    assert.deepEqual(
      data.filter(
        (type) => (heldData(type) === undefined || replaceForcing(type) === undefined) && !unheld.includes(type),
      ),
      [],
    );
  });
});

function byUrn({ resources }: Plan): Map<string, PlanResource> {
  return new Map(resources.map((resource) => [resource.urn, resource]));
}
