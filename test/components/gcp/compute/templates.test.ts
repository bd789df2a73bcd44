import assert from "node:assert/strict";
import type { ProbeSpec, RouteSpec } from "../../../../components/contract";
import { runProbes } from "../../../../components/gcp/compute/probes";
import { requestTimeout } from "../../../../components/gcp/compute/service";
import { runLimits } from "../../../../components/gcp/compute/sizes";

const pace = { initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 30 };
const http: ProbeSpec = { check: { kind: "http", path: "/health" }, ...pace };
const tcp: ProbeSpec = { check: { kind: "tcp" }, ...pace };

const route = (own: Partial<RouteSpec>): RouteSpec => ({
  path: "/*",
  service: "web",
  cache: { kind: "none" },
  timeoutSeconds: 30,
  websocket: false,
  streaming: false,
  ...own,
});

describe("gcp Cloud Run templates", () => {
  it("rounds a size up to one that there is", () => {
    assert.deepEqual(runLimits({ cpuMillicores: 250, memoryMiB: 256 }), { cpu: "1", memory: "512Mi" });
    assert.deepEqual(runLimits({ cpuMillicores: 1500, memoryMiB: 1024 }), { cpu: "2", memory: "1024Mi" });
    assert.deepEqual(runLimits({ cpuMillicores: 500, memoryMiB: 6144 }), { cpu: "2", memory: "6144Mi" });
    assert.deepEqual(runLimits({ cpuMillicores: 3000, memoryMiB: 1024 }), { cpu: "4", memory: "2048Mi" });
    assert.throws(() => runLimits({ cpuMillicores: 9000, memoryMiB: 1024 }), /no size for 9000 millicores/);
  });

  it("asks a start for 240 s at most, and liveness by HTTP only", () => {
    const { startupProbe, readinessProbe, livenessProbe } = runProbes(
      { startup: http, readiness: http, liveness: tcp },
      80,
    );
    assert.equal(startupProbe?.failureThreshold, 24);
    assert.deepEqual(readinessProbe, {
      httpGet: { path: "/health", port: 80 },
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 30,
    });
    assert.equal(livenessProbe, undefined);
  });

  it("asks at the port where a start would be asked by a command", () => {
    const { startupProbe } = runProbes({ startup: { ...http, check: { kind: "exec", command: ["true"] } } }, 80);
    assert.deepEqual(startupProbe, {
      tcpSocket: { port: 80 },
      initialDelaySeconds: 0,
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 24,
    });
  });

  it("waits as long as the most patient route, and an hour for a websocket", () => {
    assert.equal(requestTimeout("web", [route({}), route({ timeoutSeconds: 60 })]), 60);
    assert.equal(requestTimeout("web", [route({ websocket: true })]), 3600);
    assert.equal(requestTimeout("api", [route({})]), 300);
    assert.throws(() => requestTimeout("web", [route({ timeoutSeconds: 4000 })]), /at most 3600 s/);
  });
});
