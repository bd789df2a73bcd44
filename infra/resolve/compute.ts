import type {
  ComputeSpec,
  CronJobSpec,
  LoginSpec,
  MigrationSpec,
  ServiceSpec,
  WorkloadSpec,
} from "../../components/contract";
import type { JobFacts, ServiceFacts, WorkloadFacts } from "../apps/application";
import { resolveDatabaseRoles } from "./database-roles";
import type { ResolveInputs } from "./inputs";
import { resolveProbes } from "./probes";
import { app, fallback, or, stack, Traced, type TracedFields, type TracedTree } from "./traced";

/** The input of resolved workloads. */
export interface WorkloadInputs extends ResolveInputs {
  images: Readonly<Record<string, string>>;
  /** Owner and current login of the database; undefined if the application has none. */
  database: { user: string; login: LoginSpec } | undefined;
  /** Image with `psql`; undefined for the framework's own. */
  databaseClientImage: string | undefined;
  /** The `run` of the stack: raise it to run the same services and cron jobs anew. */
  run: number;
  /** The `migrationRun` of the stack: raise it to run the same migrations again. */
  migrationRun: number;
  /** Optional external secrets without a value: their variables are left out. */
  absentSecrets: ReadonlySet<string>;
}

/** Decides every number of the services, the migrations and the cron jobs. */
export function resolveCompute(inputs: WorkloadInputs): TracedTree<ComputeSpec> {
  const { facts, settings } = inputs;
  return {
    services: facts.services.map((service) => resolveService(service, inputs)),
    migrations: [
      ...(inputs.database === undefined ? [] : [resolveDatabaseRoles(inputs.database, inputs.databaseClientImage)]),
      ...(facts.migration === undefined ? [] : [resolveMigration(facts.migration, inputs)]),
    ].map((migration) => ({ ...migration, run: runOf(inputs.migrationRun) })),
    cronJobs: (facts.cronJobs ?? []).map((job) => resolveCronJob(job, inputs)),
    logRetentionDays: new Traced(settings.logRetentionDays, inputs.settingOrigin("logRetentionDays")),
  };
}

function resolveService(facts: ServiceFacts, inputs: WorkloadInputs): TracedTree<ServiceSpec> {
  const { minReplicas, maxReplicas, ...targets } = facts.autoscaling;
  const once = facts.kind === "scheduler";
  return {
    ...workload(facts, inputs),
    kind: app(facts.kind),
    port: app(facts.port),
    probes: resolveProbes(facts.probes),
    autoscaling: {
      ...(once ? { minReplicas: app(1), maxReplicas: app(1) } : replicaBounds(facts, inputs)),
      // Guide 002: CPU over 70 %, memory over 80 %; down conservatively.
      cpuPercent: or(targets.cpuPercent, 70),
      memoryPercent: or(targets.memoryPercent, 80),
      requestsPerMinute: app(targets.requestsPerMinute),
      scaleUp: or(targets.scaleUp, { windowSeconds: 60, instances: 2, periodSeconds: 60 }),
      scaleDown: or(targets.scaleDown, { windowSeconds: 300, instances: 1, periodSeconds: 60 }),
    },
    rollout: {
      strategy: once ? app("recreate" as const) : or(facts.rollout?.strategy, "rolling" as const),
      maxSurge: once ? app(0) : or(facts.rollout?.maxSurge, 1),
      maxUnavailable: once ? app(1) : or(facts.rollout?.maxUnavailable, 0),
      minReadySeconds: or(facts.rollout?.minReadySeconds, 10),
      timeoutSeconds: or(facts.rollout?.timeoutSeconds, 600),
    },
  };
}

/** Minimum and maximum. If they cross, the minimum wins if the stack set it, else the maximum. */
function replicaBounds(
  facts: ServiceFacts,
  inputs: WorkloadInputs,
): Record<"minReplicas" | "maxReplicas", Traced<number>> {
  const minReplicas = capped(facts.autoscaling.minReplicas, inputs, "minimum", facts);
  const maxReplicas = capped(facts.autoscaling.maxReplicas, inputs, "maximum", facts);
  if (minReplicas.value <= maxReplicas.value) return { minReplicas, maxReplicas };
  const leading = minReplicas.origin === "stack" ? minReplicas : maxReplicas;
  return { minReplicas: leading, maxReplicas: leading };
}

/**
 * The number of instances, capped by the environment. An override of the stack is taken as it is; an application that asks
 * for less than the cap keeps its own number.
 */
function capped(
  requested: number,
  { settings, settingOrigin }: WorkloadInputs,
  bound: "minimum" | "maximum",
  { autoscaling }: ServiceFacts,
): Traced<number> {
  const limit = settings.replicas[bound];
  if (limit === undefined) return app(requested);
  const origin = settingOrigin(`replicas.${bound}`);
  const fixed = autoscaling.minReplicas === autoscaling.maxReplicas;
  if (origin === "stack") return new Traced(limit, origin);
  const most = bound === "maximum" && fixed ? (settings.replicas.minimum ?? limit) : limit;
  return most < requested ? new Traced(most, origin) : app(requested);
}

function runOf(run: number): Traced<number> {
  return run === 1 ? fallback(1) : stack(run);
}

function resolveMigration(facts: JobFacts, inputs: WorkloadInputs): TracedFields<Omit<MigrationSpec, "run">> {
  return {
    ...workload(facts, inputs),
    timeoutSeconds: or(facts.timeoutSeconds, 600),
    retries: or(facts.retries, 0),
  };
}

function resolveCronJob(facts: JobFacts & { schedule: string }, inputs: WorkloadInputs): TracedTree<CronJobSpec> {
  return {
    ...workload(facts, inputs),
    schedule: app(facts.schedule),
    timeoutSeconds: or(facts.timeoutSeconds, 600),
    retries: or(facts.retries, 0),
  };
}

function workload(facts: WorkloadFacts, inputs: WorkloadInputs): TracedFields<WorkloadSpec> {
  const secrets = Object.entries(facts.secrets).filter(
    ([, reference]) =>
      !(reference.startsWith("secret.") && inputs.absentSecrets.has(reference.slice("secret.".length))),
  );
  return {
    name: app(facts.name),
    image: new Traced(inputs.images[facts.image] ?? "", "stack"),
    imageKey: app(facts.image),
    command: app(facts.command),
    uid: app(facts.uid),
    gid: app(facts.gid),
    requests: app(facts.requests),
    limits: app(facts.limits),
    writablePaths: app(facts.writablePaths),
    variables: app(facts.variables),
    secrets: app(Object.fromEntries(secrets)),
    buckets: app(facts.buckets),
    egress: or(
      facts.egress,
      inputs.facts.egress.map(({ name }) => name),
    ),
    terminationGraceSeconds: or(facts.terminationGraceSeconds, 30),
    run: runOf(inputs.run),
  };
}
