import assert from "node:assert/strict";
import { healthCheck } from "../../../../components/aws/compute/health-check";
import type { ProbeCheck, ProbeSpec } from "../../../../components/contract";

function probe(check: ProbeCheck, patience: Partial<ProbeSpec> = {}): ProbeSpec {
  return { check, initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3, ...patience };
}

describe("aws container health check", () => {
  it("has the liveness probe's patience within the bounds of ECS, and waits for the start", () => {
    const liveness = probe(
      { kind: "exec", command: ["celery", "inspect", "ping"] },
      { periodSeconds: 400, timeoutSeconds: 1, failureThreshold: 20 },
    );
    const startup = probe({ kind: "tcp" }, { initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 6 });
    assert.deepEqual(healthCheck({ liveness, startup }), {
      command: ["CMD", "celery", "inspect", "ping"],
      interval: 300,
      timeout: 2,
      retries: 10,
      startPeriod: 70,
    });
  });

  it("is not there without a liveness probe", () => {
    assert.equal(healthCheck({ readiness: probe({ kind: "exec", command: ["true"] }) }), undefined);
  });

  for (const check of [{ kind: "tcp" }, { kind: "http", path: "/" }] as const) {
    it(`runs nothing in the image for a probe by ${check.kind}: the load balancer asks`, () => {
      assert.equal(healthCheck({ liveness: probe(check) }), undefined);
    });
  }
});
