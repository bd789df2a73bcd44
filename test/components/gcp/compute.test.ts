import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";

describe("gcp compute", () => {
  let compute: Concept;
  before(async () => {
    compute = await conceptOf("icosistem-gcp-prod", "compute");
  });

  const service = "cloudrunv2.Service";

  it("runs services, worker pools and jobs", () => {
    assert.deepEqual(Object.keys(compute.children(service)), ["web"]);
    assert.deepEqual(Object.keys(compute.children("cloudrunv2.WorkerPool")).sort(), ["beat", "worker"]);
    assert.deepEqual(Object.keys(compute.children("cloudrunv2.Job")), ["migrate"]);
  });

  it("is reached by the load balancer only, and leaves through the network", () => {
    compute.has(service, "web", {
      name: "icosistem-prod-web",
      ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
      invokerIamDisabled: true,
      defaultUriDisabled: true,
      deletionProtection: true,
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
    assert.match(String(inputs.runExecutionToken), /^r[0-9a-f]{9}$/);
    assert.ok(`${inputs.name}-${inputs.runExecutionToken}`.length < 63);
    for (const [type, suffix] of [
      [service, "web"],
      ["cloudrunv2.WorkerPool", "beat"],
    ] as const) {
      assert.ok(compute.waitsFor(type, suffix).has("icosistem-prod-compute-migrate"));
    }
  });

  it("starts a job by the clock with an identity that may do nothing else", async () => {
    const neosale = await conceptOf("neosale-gcp-prod", "compute");
    const [suffix = ""] = Object.keys(neosale.children("cloudscheduler.Job"));
    neosale.has("cloudscheduler.Job", suffix, {
      schedule: "30 3 * * *",
      timeZone: "Etc/UTC",
      "httpTarget.httpMethod": "POST",
    });
    const grants = Object.values(neosale.children("cloudrunv2.JobIamMember")).map(({ inputs }) => inputs.role);
    assert.deepEqual(grants, ["roles/run.invoker"]);
  });
});
