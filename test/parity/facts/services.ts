import type { ProbeSpec, ServiceSpec } from "../../../components/contract";
import type { Fact } from "../fact";

/** What services have beside what all workloads have. */
export const serviceFacts = {
  "compute: port": { asked: byService(({ port }) => port) },
  "compute: readiness path": {
    options: ["compute.probes.readiness"],
    asked: byService(({ probes }) => check(probes.readiness)),
  },
  "compute: readiness period and failures": {
    options: ["compute.probes.readiness"],
    asked: byService(({ probes }) => patience(probes.readiness)),
  },
  "compute: readiness timeout": {
    options: ["compute.probes.readiness"],
    asked: byService(({ probes }) => probes.readiness?.timeoutSeconds),
  },
  "compute: seconds before readiness": {
    options: ["compute.probes.readiness"],
    asked: byService(({ probes }) => probes.readiness?.initialDelaySeconds || undefined),
  },
  "compute: liveness check": {
    options: ["compute.probes.liveness", "compute.probes.exec"],
    asked: byService(({ probes }) => check(probes.liveness)),
  },
  "compute: liveness period and failures": {
    options: ["compute.probes.liveness", "compute.probes.exec"],
    asked: byService(({ probes }) => patience(probes.liveness)),
  },
  "compute: liveness timeout": {
    options: ["compute.probes.liveness", "compute.probes.exec"],
    asked: byService(({ probes }) => probes.liveness?.timeoutSeconds),
  },
  "compute: seconds before liveness": {
    options: ["compute.probes.liveness", "compute.probes.exec"],
    asked: byService(({ probes }) => probes.liveness?.initialDelaySeconds || undefined),
  },
  "compute: startup check": {
    options: ["compute.probes.startup"],
    asked: byService(({ probes }) => check(probes.startup)),
  },
  "compute: startup timeout": {
    options: ["compute.probes.startup"],
    asked: byService(({ probes }) => probes.startup?.timeoutSeconds),
  },
  "compute: seconds to start": {
    options: ["compute.probes.startup"],
    asked: byService(({ probes: { startup } }) =>
      startup === undefined
        ? undefined
        : startup.initialDelaySeconds + startup.periodSeconds * startup.failureThreshold,
    ),
  },
  "compute: least replicas": { asked: byService(({ autoscaling }) => autoscaling.minReplicas) },
  "compute: most replicas": {
    options: ["compute.autoscaling.workers"],
    asked: byService(({ autoscaling }) => autoscaling.maxReplicas),
  },
  "compute: processor target": {
    options: ["compute.autoscaling.targets"],
    asked: byElasticService(({ autoscaling }) => autoscaling.cpuPercent),
  },
  "compute: memory target": {
    options: ["compute.autoscaling.targets"],
    asked: byElasticService(({ autoscaling }) => autoscaling.memoryPercent),
  },
  "compute: requests per minute and replica": {
    options: ["compute.autoscaling.requestsPerMinute"],
    asked: byElasticService(({ autoscaling }) => autoscaling.requestsPerMinute),
  },
  "compute: window of scaling up": {
    options: ["compute.autoscaling.pace"],
    asked: byElasticService(({ autoscaling }) => autoscaling.scaleUp.windowSeconds),
  },
  "compute: window of scaling down": {
    options: ["compute.autoscaling.pace"],
    asked: byElasticService(({ autoscaling }) => autoscaling.scaleDown.windowSeconds),
  },
  "compute: step of scaling up": {
    options: ["compute.autoscaling.pace"],
    asked: byElasticService(({ autoscaling: { scaleUp } }) => `${scaleUp.instances} in ${scaleUp.periodSeconds} s`),
  },
  "compute: step of scaling down": {
    options: ["compute.autoscaling.pace"],
    asked: byElasticService(
      ({ autoscaling: { scaleDown } }) => `${scaleDown.instances} in ${scaleDown.periodSeconds} s`,
    ),
  },
  "compute: stops the old one first": {
    options: ["compute.rollout.recreate"],
    asked: byService(({ rollout }) => (rollout.strategy === "recreate" ? true : undefined)),
  },
  "compute: surge": {
    options: ["compute.rollout.maxSurge"],
    asked: byService(({ rollout }) => (rollout.strategy === "rolling" ? rollout.maxSurge : undefined)),
  },
  "compute: missing during a rollout": {
    options: ["compute.rollout.maxSurge"],
    more: true,
    asked: byService(({ rollout }) => (rollout.strategy === "rolling" ? rollout.maxUnavailable : undefined)),
  },
  "compute: healthy seconds before it counts": {
    options: ["compute.rollout.minReadySeconds"],
    asked: byService(({ rollout }) => rollout.minReadySeconds),
  },
  "compute: seconds of a rollout": {
    options: ["compute.rollout.rollback"],
    asked: byService(({ rollout }) => rollout.timeoutSeconds),
  },
  "compute: goes back by itself": { options: ["compute.rollout.rollback"], asked: byService(() => true) },
} as const satisfies Record<string, Fact>;

/** How a probe asks, in one text: `http /health`, `tcp`, `exec celery inspect`. */
function check(probe: ProbeSpec | undefined): string | undefined {
  if (probe === undefined) return undefined;
  if (probe.check.kind === "http") return `http ${probe.check.path}`;
  return probe.check.kind === "tcp" ? "tcp" : `exec ${probe.check.command.join(" ")}`;
}

function patience(probe: ProbeSpec | undefined): string | undefined {
  return probe && `${probe.failureThreshold} x ${probe.periodSeconds} s`;
}

function byService(value: (service: ServiceSpec) => unknown): Fact["asked"] {
  return ({ compute }) => Object.fromEntries(compute.services.map((service) => [service.name, value(service)]));
}

/** Services that scale: with as many at least as at most there is nothing to decide. */
function byElasticService(value: (service: ServiceSpec) => unknown): Fact["asked"] {
  return byService((service) =>
    service.autoscaling.minReplicas === service.autoscaling.maxReplicas ? undefined : value(service),
  );
}
