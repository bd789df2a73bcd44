import assert from "node:assert/strict";
import { databaseClientImage, workloadsOf } from "../../../components/contract";
import type { ApplicationFacts, ServiceFacts } from "../../../infra/apps/application";
import { resolve } from "../../../infra/resolve";
import { applicationNamed } from "../../support/fixture/applications";
import { image, parsedOf, topologyOf, validConfig } from "../support/configs";
import { named, pick } from "../support/picks";

/** The small application, with its web service changed. */
function webOf(change: Partial<ServiceFacts>, facts: Partial<ApplicationFacts> = {}) {
  const { config, application } = parsedOf(validConfig("small"));
  const { value } = resolve(config, {
    ...application,
    describe: (place) => {
      const described = application.describe(place);
      return { ...described, services: described.services.map((web) => ({ ...web, ...change })), ...facts };
    },
  });
  return named(value.compute.services, "web");
}

describe("what a service does not say", () => {
  it("is the house's pace, rollout and grace", () => {
    const { minReplicas, maxReplicas } = webOf({}).autoscaling;
    assert.deepEqual(
      pick(webOf({ autoscaling: { minReplicas, maxReplicas } }), "autoscaling", "rollout", "terminationGraceSeconds"),
      {
        autoscaling: {
          minReplicas: 2,
          maxReplicas: 10,
          cpuPercent: 70,
          memoryPercent: 80,
          scaleUp: { windowSeconds: 60, instances: 2, periodSeconds: 60 },
          scaleDown: { windowSeconds: 300, instances: 1, periodSeconds: 60 },
        },
        rollout: { strategy: "rolling", maxSurge: 1, maxUnavailable: 0, minReadySeconds: 10, timeoutSeconds: 600 },
        terminationGraceSeconds: 30,
      },
    );
  });

  it("is every destination of the application", () => {
    assert.deepEqual(webOf({}).egress, ["sentry", "segment"]);
    assert.deepEqual(webOf({ egress: ["sentry"] }).egress, ["sentry"]);
    assert.deepEqual(webOf({ egress: [] }).egress, []);
  });

  it("stays where it says something", () => {
    const { autoscaling, rollout } = webOf({
      autoscaling: {
        minReplicas: 2,
        maxReplicas: 4,
        cpuPercent: 55,
        scaleUp: { windowSeconds: 0, instances: 4, periodSeconds: 15 },
      },
      rollout: { strategy: "recreate", maxSurge: 0, timeoutSeconds: 900 },
    });
    assert.deepEqual(autoscaling.scaleUp, { windowSeconds: 0, instances: 4, periodSeconds: 15 });
    assert.deepEqual([autoscaling.cpuPercent, autoscaling.memoryPercent], [55, 80]);
    assert.deepEqual(rollout, {
      strategy: "recreate",
      maxSurge: 0,
      maxUnavailable: 0,
      minReadySeconds: 10,
      timeoutSeconds: 900,
    });
  });
});

describe("images and jobs", () => {
  it("each workload runs the image of its key", () => {
    const { compute } = topologyOf();
    const workloads = workloadsOf(compute);
    assert.deepEqual(
      workloads.map((workload) => [workload.name, workload.imageKey, workload.image]),
      [
        ["web", "app", image("app")],
        ["worker", "app", image("app")],
        ["beat", "app", image("app")],
        ["api", "api", image("api")],
        ["database-roles", "database-roles", databaseClientImage],
        ["migrate", "app", image("app")],
        ["vacuum", "app", image("app")],
      ],
    );
  });

  it("a migration has ten minutes and one attempt", () => {
    const { timeoutSeconds, retries } =
      topologyOf("fixture", "dev").compute.migrations.find(({ name }) => name === "migrate") ?? {};
    assert.deepEqual([timeoutSeconds, retries], [600, 0]);
  });

  it("an application without a migration or cron jobs has none", () => {
    const { migrations, cronJobs } = topologyOf("small").compute;
    assert.deepEqual([migrations.map(({ name }) => name), cronJobs], [["database-roles"], []]);
  });
});

describe("optional secrets", () => {
  it("are left out with their variables until somebody gives them", () => {
    const without = topologyOf("fixture");
    assert.ok(!without.secrets.some(({ name }) => name === "SLACK_WEBHOOK_URL"));
    for (const { secrets } of without.compute.services) assert.equal(secrets.SLACK_WEBHOOK_URL, undefined);

    const given = topologyOf("fixture", "prod", { secrets: { SLACK_WEBHOOK_URL: "hunter2" } });
    assert.deepEqual(named(given.secrets, "SLACK_WEBHOOK_URL"), {
      kind: "external",
      name: "SLACK_WEBHOOK_URL",
      source: "Slack, incoming webhooks",
      required: false,
    });
    assert.equal(named(given.compute.services, "web").secrets.SLACK_WEBHOOK_URL, "secret.SLACK_WEBHOOK_URL");
    assert.doesNotMatch(JSON.stringify(given), /hunter2/);
  });

  it("required and generated ones are there without a value", () => {
    const { secrets } = applicationNamed("fixture").describe({
      environment: "prod",
      domain: "shop.test",
      mailHost: "smtp.shop.test",
    });
    const expected = secrets.filter((secret) => secret.kind === "generated" || secret.required).map(({ name }) => name);
    assert.deepEqual(
      topologyOf("fixture").secrets.map(({ name }) => name),
      expected,
    );
  });
});
