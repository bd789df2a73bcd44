import {
  type CronJobSpec,
  type MigrationSpec,
  type ProbeSpec,
  parseSecretReference,
  redisRoles,
  type SecretReference,
  type ServiceSpec,
  type Topology,
} from "../../../components/contract";
import type { Fact, Values } from "../fact";
import { byWorkload, workloads } from "./foundation";

/** What all workloads have. */
export const workloadFacts = {
  "compute: workloads": { asked: byWorkload(() => true) },
  "compute: image": { asked: byWorkload(({ image }) => image) },
  "compute: command": { asked: byWorkload(({ command }) => command) },
  "compute: user": { options: ["compute.uid"], asked: byWorkload(({ uid }) => uid) },
  "compute: group": { options: ["compute.uid"], asked: byWorkload(({ gid }) => gid) },
  "compute: read-only root": { options: ["compute.readOnlyRoot"], asked: byWorkload(() => true) },
  "compute: paths that may be written": {
    options: ["compute.writablePaths"],
    asked: byWorkload(({ writablePaths }) => [...writablePaths].sort()),
  },
  "compute: processor limit": {
    options: ["compute.limits"],
    asked: byWorkload(({ limits }) => limits.cpuMillicores),
  },
  "compute: memory limit": { options: ["compute.limits"], asked: byWorkload(({ limits }) => limits.memoryMiB) },
  "compute: processor request": {
    options: ["compute.requests"],
    asked: byWorkload(({ requests }) => requests.cpuMillicores),
  },
  "compute: memory request": { options: ["compute.requests"], asked: byWorkload(({ requests }) => requests.memoryMiB) },
  "compute: seconds after SIGTERM": {
    options: ["compute.terminationGraceSeconds"],
    asked: byWorkload(({ terminationGraceSeconds }) => terminationGraceSeconds),
  },
  "compute: variables": {
    // A platform may keep a name for itself, which a job then goes without.
    options: ["compute.migration"],
    more: true,
    asked: (topology) => variables(topology, (value) => (typeof value === "string" ? value : undefined)),
  },
  "compute: variables of other components": {
    more: true,
    asked: (topology) => variables(topology, (value) => (typeof value === "string" ? undefined : true)),
  },
  "compute: secrets by variable": { asked: secretSources },
  "compute: days of logs": {
    options: ["cdn.accessLogRetentionDays"],
    asked: (topology) => byWorkload(() => topology.compute.logRetentionDays)(topology),
  },
  "compute: schedule": { options: ["compute.cronJobs"], asked: byCronJob(({ schedule }) => schedule) },
  "compute: seconds of jobs": {
    options: ["compute.cronJobs", "compute.migration"],
    asked: byJob(({ timeoutSeconds }) => timeoutSeconds),
  },
  "compute: retries of jobs": {
    options: ["compute.cronJobs", "compute.migration"],
    asked: byJob(({ retries }) => retries),
  },
} as const satisfies Record<string, Fact>;

/** What services have beside it. */
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

function byCronJob(value: (job: CronJobSpec) => unknown): Fact["asked"] {
  return ({ compute }) => Object.fromEntries(compute.cronJobs.map((job) => [job.name, value(job)]));
}

function byJob(value: (job: CronJobSpec | MigrationSpec) => unknown): Fact["asked"] {
  return ({ compute: { cronJobs, migration } }) =>
    Object.fromEntries(
      [...cronJobs, ...(migration === undefined ? [] : [migration])].map((job) => [job.name, value(job)]),
    );
}

function variables(topology: Topology, value: (value: string | { ref: string }) => unknown): Values {
  return Object.fromEntries(
    workloads(topology).flatMap((workload) =>
      Object.entries(workload.variables).map(([name, its]) => [`${workload.name} ${name}`, value(its)]),
    ),
  );
}

/** Which store a variable's secret comes from: `web DATABASE_URL` is `postgres`, `web SENTRY_DSN` is `SENTRY_DSN`. */
function secretSources(topology: Topology): Values {
  const roles = redisRoles(topology.redis);
  return Object.fromEntries(
    workloads(topology).flatMap((workload) =>
      Object.entries(workload.secrets).map(([name, reference]) => [
        `${workload.name} ${name}`,
        sourceOf(reference, roles),
      ]),
    ),
  );
}

function sourceOf(reference: SecretReference, roles: Readonly<Record<string, string>>): string | undefined {
  const parsed = parseSecretReference(reference);
  if (parsed?.source === "secret") return parsed.name;
  return parsed?.source === "redis" ? `redis-${roles[parsed.role]}` : parsed?.source;
}
