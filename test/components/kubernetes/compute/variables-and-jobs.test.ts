import assert from "node:assert/strict";
import type { Plan, PlanResource } from "../../../../preview/model/plan";
import { at, type Concept, conceptOf } from "../../../support/concept";
import { resourceOf } from "../../../support/plan-queries";
import { changedPlanOf } from "../../../support/plans";
import { shippedCluster } from "../platform";

interface Variable {
  name: string;
  value?: string;
  valueFrom?: unknown;
}

describe("kubernetes variables and jobs", () => {
  let compute: Concept;
  before(async () => {
    compute = await conceptOf("fixture-kubernetes-prod", "compute");
  });

  it("no variable holds the text of a secret", () => {
    const variables = at(
      compute.child("apps/v1 Deployment", "web").inputs,
      "spec.template.spec.containers.0.env",
    ) as Variable[];
    const value = (name: string) => variables.find((variable) => variable.name === name)?.value;
    assert.equal(
      value("DATABASE_URL"),
      "postgresql://fixture_user_1:$(POSTGRES_USER_PASSWORD)@postgres-rw.fixture-prod.svc:5432/fixture" +
        "?sslmode=verify-full&sslrootcert=/etc/postgres-ca/ca.crt",
    );
    assert.equal(value("REDIS_URL"), "rediss://:$(REDIS_CACHE_SECRET)@redis-cache.fixture-prod.svc:6379/0");
    assert.equal(value("CELERY_BROKER_URL"), "rediss://:$(REDIS_QUEUE_SECRET)@redis-queue.fixture-prod.svc:6379/0");
    const referred = variables.filter(({ valueFrom }) => valueFrom !== undefined).map(({ name }) => name);
    assert.deepEqual(referred, [
      // Before what refers to them: the kubelet resolves in order.
      "POSTGRES_USER_PASSWORD",
      "REDIS_CACHE_SECRET",
      "REDIS_QUEUE_SECRET",
      "BACKUP_ENCRYPTION_KEY",
      "JWT_SECRET_KEY",
      "MAIL_PASSWORD",
      "SECRET_KEY",
      "SENTRY_DSN",
      "AWS_ACCESS_KEY_ID",
      "AWS_SECRET_ACCESS_KEY",
    ]);
  });

  it("starts after the migration, and the migration after the data", () => {
    for (const service of ["web", "worker", "beat"]) {
      assert.ok(compute.waitsFor("apps/v1 Deployment", service).has("fixture-prod-compute-migrate"));
    }
    const before = compute.waitsFor("batch/v1 Job", "migrate");
    for (const name of ["postgres-cluster", "redis-queue-server", "identity-migrate"]) {
      assert.ok(before.has(`fixture-prod-${name}`), name);
    }
    compute.has("batch/v1 Job", "migrate", {
      "spec.backoffLimit": 0,
      "spec.activeDeadlineSeconds": 600,
      "metadata.annotations.pulumi.com/replaceUnready": "true", // one that failed is made anew by the next `up`
      "spec.podFailurePolicy.rules": [
        { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
      ],
      "spec.ttlSecondsAfterFinished": undefined, // one that was cleaned away would run again
    });
  });

  const templates: [change: string, config: Readonly<Record<string, unknown>>][] = [
    ["a secret's version", { rotate: { SECRET_KEY: 2 } }],
    ["a value that the stack gives", { secrets: { MAIL_PASSWORD: "correct horse" } }],
    [
      "the address of the object storage",
      { kubernetes: { ...shippedCluster, objectStorage: { endpoint: "https://other.example", region: "us-east-1" } } },
    ],
  ];
  for (const [change, config] of templates) {
    it(`${change} is a new Job too: a Job's template can't be changed`, async () => {
      const changed = await changedPlanOf("fixture-kubernetes-prod", config);
      const job = (plan: Plan) => resourceOf(plan, "kubernetes:batch/v1:Job", "fixture-prod-compute-migrate").inputs;
      assert.notDeepEqual(at(job(changed), "spec.template"), at(job(compute.plan), "spec.template"));
      assert.notEqual(at(job(changed), "metadata.name"), at(job(compute.plan), "metadata.name"));
    });
  }

  it("another cost centre runs nothing again", async () => {
    const changed = await changedPlanOf("fixture-kubernetes-prod", { costCenter: "retail" });
    for (const { type, name, inputs } of compute.plan.resources) {
      if (!/:(Job|Deployment)$/.test(type)) continue;
      const other = resourceOf(changed, type, name).inputs;
      assert.deepEqual(at(other, "spec"), at(inputs, "spec"), name);
      assert.equal(at(other, "metadata.name"), at(inputs, "metadata.name"), name);
    }
  });

  it("a new image is a new Job with another name", async () => {
    const digest = `sha256:${"1".repeat(64)}`;
    const images = { app: `registry.example/fixture/app@${digest}`, api: `registry.example/fixture/api@${digest}` };
    const other = await changedPlanOf("fixture-kubernetes-prod", { images });
    const nameOf = (resources: PlanResource[]) =>
      at(resources.find(({ name }) => name === "fixture-prod-compute-migrate")?.inputs, "metadata.name");
    assert.match(String(nameOf(other.resources)), /^migrate-[0-9a-f]{10}$/);
    assert.notEqual(nameOf(other.resources), nameOf(compute.plan.resources));
  });

  it("a job by the clock runs once at a time, in UTC", async () => {
    const clocked = await conceptOf("fixture-kubernetes-prod", "compute");
    clocked.has("batch/v1 CronJob", "vacuum", {
      "metadata.name": "vacuum",
      "spec.timeZone": "Etc/UTC",
      "spec.concurrencyPolicy": "Forbid",
      "spec.jobTemplate.spec.template.spec.restartPolicy": "Never",
      "spec.jobTemplate.spec.template.spec.containers.0.securityContext.readOnlyRootFilesystem": true,
    });
  });
});
