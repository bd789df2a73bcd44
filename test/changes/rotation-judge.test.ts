import assert from "node:assert/strict";
import { comparePlans } from "../../preview/compare/compare";
import type { Plan } from "../../preview/model/plan";
import { type Made, planWith, urnOf } from "../support/plan-with";
import { rotationFaults } from "../support/rotation/judge";

const types = {
  version: "aws:secretsmanager/secretVersion:SecretVersion",
  secret: "aws:secretsmanager/secret:Secret",
  task: "aws:ecs/taskDefinition:TaskDefinition",
  run: "aws:lambda/invocation:Invocation",
};
const keyVersion = urnOf(types.version, "shop-prod-secrets-secret-key-value");
const taskOf = (workload: string) => urnOf(types.task, `shop-prod-compute-${workload}-task`);

/** A stack on AWS with one secret, whose tasks and migration depend on these. */
function shop(value: string, reads: { web: string[]; worker: string[]; migrate: string[]; run: string[] }): Plan {
  const task = (workload: "web" | "worker" | "migrate"): Made => ({
    type: types.task,
    name: `shop-prod-compute-${workload}-task`,
    inputs: { containerDefinitions: `[{"valueFrom":"arn:${reads[workload].join()}"}]` },
    propertyDependencies: { containerDefinitions: reads[workload] },
  });
  return planWith([
    { type: types.secret, name: "shop-prod-secrets-secret-key", inputs: {} },
    {
      type: types.version,
      name: "shop-prod-secrets-secret-key-value",
      inputs: { secretString: value },
      id: "arn:version-of-the-key",
      outputs: { versionId: keyVersion },
    },
    task("web"),
    task("worker"),
    task("migrate"),
    {
      type: types.run,
      name: "shop-prod-compute-migrate-run",
      inputs: {},
      propertyDependencies: { triggers: reads.run },
    },
  ]);
}

/** What the test of rotation would say of it, where `web` and the migration are given the secret, and `worker` is not. */
function toldOf(reads: Parameters<typeof shop>[1], [old, now] = ["1", "2"]): string[] {
  const [base, after] = [shop(old, reads), shop(now, reads)];
  const used = { web: ["SECRET_KEY"], worker: [], migrate: ["SECRET_KEY"] };
  return rotationFaults({
    cloud: "aws",
    topology: "shop-prod",
    migrations: ["migrate"],
    rotation: { secrets: ["SECRET_KEY"], used },
    after,
    changes: comparePlans(base, after, "before").changes,
  });
}

const good = { web: [keyVersion], worker: [], migrate: [keyVersion], run: [taskOf("migrate")] };
const secret = urnOf(types.secret, "shop-prod-secrets-secret-key");

describe("what the test of rotation would say", () => {
  it("says nothing of references that have the version in them", () => {
    assert.deepEqual(toldOf(good), []);
  });

  it("of a reference to the secret alone, which is the same for each of its values", () => {
    assert.deepEqual(toldOf({ ...good, web: [secret] }), ["web: keeps the old SECRET_KEY"]);
  });

  it("of a workload that starts anew for a secret that it does not use", () => {
    assert.deepEqual(toldOf({ ...good, worker: [keyVersion] }), [
      "worker: has no SECRET_KEY, and waits for it",
      "worker: replace for nothing of its own",
    ]);
  });

  it("of a migration that is not run again", () => {
    assert.deepEqual(toldOf({ ...good, run: [] }), ["migrate: is not run again"]);
  });

  it("of a secret whose value stays", () => {
    assert.deepEqual(toldOf(good, ["1", "1"]), [
      "SECRET_KEY has no new value",
      "web: keeps the old SECRET_KEY",
      "migrate: keeps the old SECRET_KEY",
    ]);
  });

  it("of the Pods of a cluster whose annotation does not say the version", () => {
    const pods = (annotation: string, image: string) =>
      planWith([
        {
          type: "kubernetes:apps/v1:Deployment",
          name: "shop-prod-compute-web",
          inputs: {
            spec: { template: { metadata: { annotations: { "isotopo.dev/secrets": annotation } }, spec: { image } } },
          },
        },
        {
          type: "kubernetes:external-secrets.io/v1:ExternalSecret",
          name: "shop-prod-redis-cache-password",
          inputs: {},
        },
      ]);
    const told = (before: Plan, after: Plan) =>
      rotationFaults({
        cloud: "kubernetes",
        topology: "shop-prod",
        migrations: [],
        rotation: { secrets: ["SECRET_KEY"], used: { web: ["SECRET_KEY"] } },
        after,
        changes: comparePlans(before, after, "before").changes,
      });
    const base = pods("SECRET_KEY=1,postgres=1", "a");
    assert.deepEqual(told(base, pods("SECRET_KEY=2,postgres=1", "a")), []);
    assert.deepEqual(told(base, pods("SECRET_KEY=1,postgres=1", "b")), ["web: keeps the old SECRET_KEY"]);
    assert.deepEqual(told(base, pods("SECRET_KEY=2,postgres=2", "a")), ["web: has no postgres, and waits for it"]);
    const { resources, ...rest } = pods("SECRET_KEY=2,postgres=1", "a");
    const without = { ...rest, resources: resources.filter(({ name }) => !name.includes("redis")) };
    assert.deepEqual(told(base, without), [
      "delete kubernetes:external-secrets.io/v1:ExternalSecret shop-prod-redis-cache-password",
    ]);
  });
});
