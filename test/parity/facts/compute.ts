import {
  type CronJobSpec,
  type MigrationSpec,
  parseSecretReference,
  redisRoles,
  type SecretReference,
  type Topology,
  workloadsOf,
} from "../../../components/contract";
import type { Fact, Values } from "../fact";
import { byWorkload } from "./foundation";

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
    options: ["edge.accessLogRetentionDays"],
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

function byCronJob(value: (job: CronJobSpec) => unknown): Fact["asked"] {
  return ({ compute }) => Object.fromEntries(compute.cronJobs.map((job) => [job.name, value(job)]));
}

function byJob(value: (job: CronJobSpec | MigrationSpec) => unknown): Fact["asked"] {
  return ({ compute: { cronJobs, migrations } }) =>
    Object.fromEntries([...cronJobs, ...migrations].map((job) => [job.name, value(job)]));
}

function variables(topology: Topology, value: (value: string | { ref: string }) => unknown): Values {
  return Object.fromEntries(
    workloadsOf(topology.compute).flatMap((workload) =>
      Object.entries(workload.variables).map(([name, its]) => [`${workload.name} ${name}`, value(its)]),
    ),
  );
}

/** Which store a variable's secret comes from: `web DATABASE_URL` is `postgres`, `web SENTRY_DSN` is `SENTRY_DSN`. */
function secretSources(topology: Topology): Values {
  const roles = redisRoles(topology.redis);
  return Object.fromEntries(
    workloadsOf(topology.compute).flatMap((workload) =>
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
