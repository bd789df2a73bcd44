import assert from "node:assert/strict";
import { fargateSize } from "../../../../components/aws/compute/fargate-sizes";
import { deploymentBounds } from "../../../../components/aws/compute/service";
import { targetGroupHealthCheck } from "../../../../components/aws/compute/target-group";
import { physicalName } from "../../../../components/aws/physical-name";
import type { ProbeSpec, RolloutSpec } from "../../../../components/contract";

const rolling: RolloutSpec = {
  strategy: "rolling",
  maxSurge: 1,
  maxUnavailable: 0,
  minReadySeconds: 10,
  timeoutSeconds: 600,
};

describe("aws Fargate sizes", () => {
  const sizes: [cpuMillicores: number, memoryMiB: number, cpu: number, memory: number][] = [
    [50, 64, 256, 512],
    [250, 512, 256, 512],
    [250, 513, 256, 1024],
    [251, 512, 512, 1024],
    [500, 512, 512, 1024],
    [500, 4097, 1024, 5120],
    [1000, 1024, 1024, 2048],
    [2000, 2048, 2048, 4096],
    [4000, 4096, 4096, 8192],
    [250, 30_720, 4096, 30_720],
    [4000, 30_721, 8192, 32_768],
    [16_000, 122_880, 16_384, 122_880],
  ];
  for (const [cpuMillicores, memoryMiB, cpu, memory] of sizes) {
    it(`${cpuMillicores} millicores and ${memoryMiB} MiB are ${cpu} and ${memory}`, () => {
      assert.deepEqual(fargateSize({ cpuMillicores, memoryMiB }), { cpu, memory });
    });
  }

  it("what is larger than the largest is refused", () => {
    assert.throws(() => fargateSize({ cpuMillicores: 16_001, memoryMiB: 512 }), {
      message: "Fargate has no task of 16001 millicores and 512 MiB; the largest has 16000 and 122880",
    });
  });
});

describe("aws deployment bounds", () => {
  /** How many tasks ECS lets run at least and at most: it rounds up the first and down the second. */
  const bounds = (rollout: RolloutSpec, replicas: number): [number, number] => {
    const { deploymentMinimumHealthyPercent: least, deploymentMaximumPercent: most } = deploymentBounds(
      rollout,
      replicas,
    );
    return [Math.ceil((replicas * Number(least)) / 100), Math.floor((replicas * Number(most)) / 100)];
  };

  for (const replicas of [1, 2, 3, 6, 7, 10]) {
    it(`surge 1 and unavailable 0 of ${replicas}`, () => {
      assert.deepEqual(bounds(rolling, replicas), [replicas, replicas + 1]);
    });
    it(`surge 0 and unavailable 1 of ${replicas}`, () => {
      assert.deepEqual(bounds({ ...rolling, maxSurge: 0, maxUnavailable: 1 }, replicas), [replicas - 1, replicas]);
    });
  }

  it("what must never run twice stops before it starts", () => {
    assert.deepEqual(deploymentBounds({ ...rolling, strategy: "recreate" }, 1), {
      deploymentMaximumPercent: 100,
      deploymentMinimumHealthyPercent: 0,
    });
  });
});

describe("aws target group health check", () => {
  const probe: ProbeSpec = {
    check: { kind: "http", path: "/health/ready" },
    initialDelaySeconds: 5,
    periodSeconds: 10,
    timeoutSeconds: 3,
    failureThreshold: 3,
  };

  it("is the readiness probe", () => {
    assert.deepEqual(targetGroupHealthCheck({ name: "web", probes: { readiness: probe }, rollout: rolling }), {
      enabled: true,
      protocol: "HTTP",
      path: "/health/ready",
      matcher: "200-399",
      interval: 10,
      timeout: 3,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
    });
  });

  it("asks as often as fills the time to be ready", () => {
    const { healthyThreshold } = targetGroupHealthCheck({
      name: "api",
      probes: { readiness: probe },
      rollout: { ...rolling, minReadySeconds: 30 },
    });
    assert.equal(healthyThreshold, 4);
  });

  it("stays within the bounds of a target group", () => {
    const { interval, timeout, healthyThreshold, unhealthyThreshold } = targetGroupHealthCheck({
      name: "web",
      probes: { readiness: { ...probe, periodSeconds: 1, timeoutSeconds: 1, failureThreshold: 1 } },
      rollout: { ...rolling, minReadySeconds: 600 },
    });
    assert.deepEqual([interval, timeout, healthyThreshold, unhealthyThreshold], [5, 2, 10, 2]);
  });

  it("takes any answer where there is no probe", () => {
    const { path, matcher } = targetGroupHealthCheck({ name: "web", probes: {}, rollout: rolling });
    assert.deepEqual([path, matcher], ["/", "200-499"]);
  });

  it("refuses a probe that is not HTTP", () => {
    assert.throws(
      () =>
        targetGroupHealthCheck({
          name: "web",
          probes: { readiness: { ...probe, check: { kind: "tcp" } } },
          rollout: rolling,
        }),
      {
        message:
          'service "web": a load balancer of AWS asks by HTTP only; its readiness probe is "tcp", make it "http"',
      },
    );
  });
});

describe("aws physical names", () => {
  it("joins what fits", () =>
    assert.equal(physicalName(["icosistem-staging", "web", 8000], 32), "icosistem-staging-web-8000"));

  it("cuts what does not, and keeps two names two", () => {
    const names = ["recommendations-a", "recommendations-b"].map((service) =>
      physicalName(["icosistem-staging", service, 8000], 32),
    );
    for (const name of names) assert.match(name, /^icosistem-staging-recomme-[0-9a-f]{6}$/);
    assert.notEqual(names[0], names[1]);
  });
});
