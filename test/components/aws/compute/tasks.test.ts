import assert from "node:assert/strict";
import { fargateSize } from "../../../../components/aws/compute/fargate-sizes";
import { reachedServices } from "../../../../components/aws/compute/load-balancer";
import { rolloutSeconds } from "../../../../components/aws/compute/rollout-seconds";
import { isInOwnRegion } from "../../../../components/aws/compute/security-group";
import { deploymentBounds } from "../../../../components/aws/compute/service";
import { targetGroupHealthCheck } from "../../../../components/aws/compute/target-group";
import { writableDirectories } from "../../../../components/aws/compute/writable-directories";
import { type ProbeSpec, physicalName, type RolloutSpec } from "../../../../components/contract";

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

describe("aws rollout's time", () => {
  const check = { interval: 10, healthyThreshold: 2, unhealthyThreshold: 3 };
  const service = (maxReplicas: number, rollout = rolling) => ({
    rollout,
    terminationGraceSeconds: 30,
    autoscaling: {
      minReplicas: 1,
      maxReplicas,
      cpuPercent: 70,
      memoryPercent: 80,
      scaleUp: { windowSeconds: 60, instances: 2, periodSeconds: 60 },
      scaleDown: { windowSeconds: 60, instances: 2, periodSeconds: 60 },
    },
  });
  const facts = { graceSeconds: 300, check, drainSeconds: 30 };

  it("is never shorter than the provider's own", () => {
    assert.equal(rolloutSeconds(service(2), { graceSeconds: 0, drainSeconds: 0 }), 1200);
  });

  it("lasts until the circuit breaker has counted three failed tasks and gone back", () => {
    // 3 x (90 to start, 300 of grace, 3 x 10 of checks) and 300
    assert.equal(rolloutSeconds(service(2), facts), 1560);
  });

  it("lasts as many steps as there are replicas, each until the old task is gone", () => {
    // 20 x (90 to start, 2 x 10 of checks, 60 to drain, 30 after SIGTERM)
    assert.equal(rolloutSeconds(service(20), { ...facts, graceSeconds: 0, drainSeconds: 60 }), 4000);
  });

  it("is as long as the topology says where that is longer", () => {
    assert.equal(rolloutSeconds(service(1, { ...rolling, timeoutSeconds: 7200 }), facts), 7200);
  });
});

describe("aws services behind the load balancer", () => {
  it("are those that a rule names: a port alone makes no target group, which ECS would refuse", () => {
    const services = [{ name: "web", port: 8000 }, { name: "worker", port: 5555 }, { name: "beat" }];
    assert.deepEqual(reachedServices(services, [{ service: "web" }, { service: "beat" }]), [
      { name: "web", port: 8000 },
    ]);
  });
});

describe("aws writable directories", () => {
  const workload = { uid: 1000, gid: 1001, limits: { cpuMillicores: 500, memoryMiB: 1024 } };
  it("are in memory, the workload's own, a quarter of the task's memory each", () => {
    assert.deepEqual(writableDirectories({ ...workload, writablePaths: ["/tmp"] }), [
      {
        containerPath: "/tmp",
        size: 256,
        mountOptions: ["rw", "nosuid", "nodev", "uid=1000", "gid=1001", "mode=1777"],
      },
    ]);
  });
  it("are not there where none is asked for", () => {
    assert.deepEqual(writableDirectories({ ...workload, writablePaths: [] }), []);
  });
});

describe("aws way to a registry", () => {
  const rows: [image: string, own: boolean][] = [
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web@sha256:00", true],
    ["123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web@sha256:00", false],
    ["public.ecr.aws/docker/library/postgres:17", false],
    ["evil.example/123456789012.dkr.ecr.eu-west-1.amazonaws.com/web", false],
  ];
  for (const [image, own] of rows) {
    it(`${image} is ${own ? "" : "not "}in the region's own`, () =>
      assert.equal(isInOwnRegion(image, "eu-west-1"), own));
  }
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
    assert.equal(physicalName(["fixture-staging", "web", 8000], 32), "fixture-staging-web-8000"));

  it("cuts what does not, and keeps two names two", () => {
    const names = ["recommendations-a", "recommendations-b"].map((service) =>
      physicalName(["fixture-staging", service, 8000], 32),
    );
    for (const name of names) assert.match(name, /^fixture-staging-recommend-[0-9a-f]{6}$/);
    assert.notEqual(names[0], names[1]);
  });
});
