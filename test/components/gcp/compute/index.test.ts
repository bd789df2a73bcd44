import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";
import { type ConfigChange, changedPlanOf } from "../../../support/plans";

describe("gcp compute", () => {
  let compute: Concept;
  before(async () => {
    compute = await conceptOf("fixture-gcp-prod", "compute");
  });

  const service = "cloudrunv2.Service";

  it("runs services, worker pools and jobs", () => {
    assert.deepEqual(Object.keys(compute.children(service)).sort(), ["api", "web"]);
    assert.deepEqual(Object.keys(compute.children("cloudrunv2.WorkerPool")).sort(), ["beat", "worker"]);
    assert.deepEqual(Object.keys(compute.children("cloudrunv2.Job")), ["database-roles", "migrate", "vacuum"]);
  });

  it("is reached by the load balancer only, and leaves through the network", () => {
    compute.has(service, "web", {
      name: "fixture-prod-web",
      ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
      invokerIamDisabled: true,
      defaultUriDisabled: true,
      deletionProtection: false,
      "template.vpcAccess.egress": "ALL_TRAFFIC",
      "template.executionEnvironment": "EXECUTION_ENVIRONMENT_GEN2",
      "template.maxInstanceRequestConcurrency": 80,
      "template.timeout": "3600s",
      "template.containers.0.ports.containerPort": 8000,
      "template.containers.0.resources.cpuIdle": false,
    });
  });

  it("runs the scheduler exactly once", () => {
    compute.has("cloudrunv2.WorkerPool", "beat", {
      "scaling.scalingMode": "MANUAL",
      "scaling.manualInstanceCount": 1,
    });
  });

  it("migrates before anything of the new version runs", () => {
    const { inputs } = compute.child("cloudrunv2.Job", "migrate");
    assert.ok(`${inputs.name}-r01234567`.length < 63);
    assert.equal(at(inputs, "template.template.maxRetries"), 3);
    for (const [type, suffix] of [
      [service, "web"],
      ["cloudrunv2.WorkerPool", "beat"],
    ] as const) {
      assert.ok(compute.waitsFor(type, suffix).has("fixture-prod-compute-migrate"));
    }
  });

  it("runs a migration anew for whatever its job resolves to, a version of a secret too", async () => {
    const definition = async (change: ConfigChange) => {
      const { resources } = await changedPlanOf("fixture-gcp-prod", change);
      const suffix = resources.find(({ name }) => name === "fixture-prod-compute-migrate-run");
      return at(suffix?.inputs, "keepers");
    };
    const image = (name: string, digit: string) => `registry.example/${name}@sha256:${digit.repeat(64)}`;
    const images = (digit: string) => ({ images: { app: image("app", digit), api: image("api", "0") } });
    const [first, again, other] = await Promise.all(["a", "a", "b"].map((digit) => definition(images(digit))));
    assert.deepEqual(first, again);
    assert.notDeepEqual(first, other);
    const job = compute.child("cloudrunv2.Job", "migrate");
    assert.deepEqual(
      job.propertyDependencies.runExecutionToken?.map((urn) => urn.split("::").at(-1)),
      ["fixture-prod-compute-migrate-run"],
    );
    const keepers = compute.child("random.RandomId", "migrate-run").propertyDependencies.keepers ?? [];
    assert.ok(keepers.some((urn) => urn.endsWith("::fixture-prod-postgres-direct-url-value")));
  });

  it("protects nothing that holds nothing, as it could not be removed", () => {
    compute.has("cloudrunv2.WorkerPool", "worker", { deletionProtection: false });
    compute.has("cloudrunv2.Job", "migrate", { deletionProtection: false });
  });

  it("limits what is written to memory", () => {
    const { inputs } = compute.child(service, "web");
    const volumes = at(inputs, "template.volumes");
    assert.ok(Array.isArray(volumes));
    const limits = volumes.map((volume) => at(volume, "emptyDir.sizeLimit")).filter((limit) => limit !== undefined);
    assert.ok(limits.length > 0);
    assert.ok(
      limits.every((limit) => /^\d+Mi$/.test(String(limit))),
      limits.join(),
    );
  });

  it("keeps its logs once, in a bucket whose id no deleted one holds", async () => {
    const { outputs } = compute.child("logging.ProjectBucketConfig", "log");
    assert.match(String(outputs.bucketId), /^fixture-prod-compute-log-random-id-[0-9a-f]{12}$/);
    const filter = (type: string, suffix: string) => compute.child(type, suffix).inputs.filter;
    assert.equal(filter("logging.ProjectExclusion", "log-once"), filter("logging.ProjectSink", "log-sink"));
    assert.match(String(filter("logging.ProjectSink", "log-sink")), / OR \(resource\.type="cloudsql_database" AND /);
    const dev = await conceptOf("fixture-gcp-dev", "compute");
    assert.deepEqual(dev.children("logging.ProjectExclusion"), {});
  });

  it("starts a job by the clock with an identity that may do nothing else", async () => {
    const fixture = await conceptOf("fixture-gcp-prod", "compute");
    const [suffix = ""] = Object.keys(fixture.children("cloudscheduler.Job"));
    fixture.has("cloudscheduler.Job", suffix, {
      schedule: "30 3 * * *",
      timeZone: "Etc/UTC",
      "httpTarget.httpMethod": "POST",
    });
    const grants = Object.values(fixture.children("cloudrunv2.JobIamMember")).map(({ inputs }) => inputs.role);
    assert.deepEqual(grants, ["roles/run.invoker"]);
  });
});
