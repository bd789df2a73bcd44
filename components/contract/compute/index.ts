import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";
import type { HostSpec, RouteSpec } from "../edge";
import type { SecretReference, VariableValue } from "../references";
import type { ComputeSize } from "../units";

/** A workload's rights on a bucket. */
export type BucketAccess = "read" | "read-write";

/** How a container is asked whether it is well. */
export type ProbeCheck = HttpCheck | TcpCheck | ExecCheck;

/** An HTTP GET of the service's port. */
export interface HttpCheck {
  /**
   * Well is an answer of 200 to 399.
   * @example "http"
   */
  kind: "http";
  /**
   * The path that is asked.
   * @example "/healthz"
   */
  path: string;
}

/** A connection to the service's port. */
export interface TcpCheck {
  /**
   * Well is a port that accepts it.
   * @example "tcp"
   */
  kind: "tcp";
}

/** A command in the container. */
export interface ExecCheck {
  /**
   * Well is a command that exits with 0.
   * @example "exec"
   */
  kind: "exec";
  /**
   * The command with its arguments, which the image has to have.
   * @example ["celery", "inspect", "ping"]
   */
  command: string[];
}

/** A probe with its patience. */
export interface ProbeSpec {
  check: ProbeCheck;
  /** First check so long after the start. */
  initialDelaySeconds: number;
  periodSeconds: number;
  timeoutSeconds: number;
  failureThreshold: number;
}

/**
 * The three probes. `startup` holds the others back until the application is up; `readiness` takes an instance out of
 * traffic (a failing database or Redis belongs here); `liveness` restarts it, and so must not depend on anything else.
 */
export interface ProbesSpec {
  startup?: ProbeSpec;
  readiness?: ProbeSpec;
  liveness?: ProbeSpec;
}

/** One direction of scaling. */
export interface ScalingPaceSpec {
  /**
   * The recommendations of the last this many seconds count.
   * @example 300
   */
  windowSeconds: number;
  /**
   * At most this many instances at once.
   * @example 1
   */
  instances: number;
  /**
   * Per this many seconds.
   * @example 60
   */
  periodSeconds: number;
}

/** Autoscaling. With `minReplicas` equal to `maxReplicas` there is none. */
export interface AutoscalingSpec {
  minReplicas: number;
  maxReplicas: number;
  /** Target of average CPU use, in percent of what was asked for. */
  cpuPercent: number;
  memoryPercent: number;
  /** Target of requests per minute and replica; only for a service that the load balancer reaches. */
  requestsPerMinute?: number;
  scaleUp: ScalingPaceSpec;
  scaleDown: ScalingPaceSpec;
}

/** How a new version replaces the old one. */
export interface RolloutSpec {
  /** `rolling` starts new instances first; `recreate` stops the old one first, for what must never run twice. */
  strategy: "rolling" | "recreate";
  /** Instances above the wanted number while rolling. */
  maxSurge: number;
  /** Instances below the wanted number while rolling. */
  maxUnavailable: number;
  /** An instance counts as available after this many healthy seconds. */
  minReadySeconds: number;
  /** The rollout has failed after this many seconds; the previous version is kept or restored where the platform can. */
  timeoutSeconds: number;
}

/** The common part of services, jobs and cron jobs: one container and its rights. */
export interface WorkloadSpec {
  /** Name, unique in the topology: `web`, `worker`, `migrate`. */
  name: string;
  /** Image, by digest in `prod`. */
  image: string;
  /** Image key in the application. */
  imageKey: string;
  /** Command with its arguments; the image's own where undefined. */
  command?: string[];
  /** Numeric user, never 0: a user name can't be checked by `runAsNonRoot`. */
  uid: number;
  gid: number;
  /** Reserved size. */
  requests: ComputeSize;
  /** Largest size that it may use. */
  limits: ComputeSize;
  /** Directories that may be written; the rest of the root file system is read-only. */
  writablePaths: string[];
  /** Environment variables. */
  variables: Record<string, VariableValue>;
  /** Environment variables that hold secrets, injected by reference. */
  secrets: Record<string, SecretReference>;
  /** Buckets it uses. */
  buckets: Record<string, BucketAccess>;
  /** Names of the egress rules it needs. */
  egress: string[];
  /** Time to finish after SIGTERM. */
  terminationGraceSeconds: number;
  /** A higher number starts the same definition again: what the config asks for after a failure. */
  run: number;
}

/** A workload that runs all the time. */
export interface ServiceSpec extends WorkloadSpec {
  /** `web` and `api` are reached by the load balancer; `worker` may run many times; `scheduler` exactly once. */
  kind: "web" | "api" | "worker" | "scheduler";
  /** TCP port on which it listens; undefined for workers and schedulers. */
  port?: number;
  probes: ProbesSpec;
  autoscaling: AutoscalingSpec;
  rollout: RolloutSpec;
}

/** A job that runs once for each new version of itself, before any rollout; the rollout waits for its success. */
export interface MigrationSpec extends WorkloadSpec {
  /** It has failed after this many seconds. At most 840: AWS waits for it in a function that lives 900. */
  timeoutSeconds: number;
  /** Attempts after the first. */
  retries: number;
}

/** A job that runs by the clock. */
export interface CronJobSpec extends WorkloadSpec {
  /** Five fields of cron, UTC: minute, hour, day of month, month, day of week (0 is Sunday). */
  schedule: string;
  timeoutSeconds: number;
  retries: number;
}

/** All workloads. */
export interface ComputeSpec {
  services: ServiceSpec[];
  /** Run one after the other, in this order, before any service is rolled out. */
  migrations: MigrationSpec[];
  cronJobs: CronJobSpec[];
  /** How long the logs of the containers are kept, in days. */
  logRetentionDays: number;
}

/** Every workload: services, migrations, cron jobs. */
export function workloadsOf({
  services,
  migrations,
  cronJobs,
}: Pick<ComputeSpec, "services" | "migrations" | "cronJobs">): (ServiceSpec | MigrationSpec | CronJobSpec)[] {
  return [...services, ...migrations, ...cronJobs];
}

/** Arguments of the workloads. */
export interface ComputeArgs {
  context: ComponentContext;
  spec: ComputeSpec;
  /**
   * The way from the edge to the services: the domain of the topology, for the load balancer's certificate, and the name of
   * the DNS zone that holds it. Undefined without an edge: then no load balancer is made, and services are reached from
   * inside.
   */
  entrance?: { domain: string; zone: string };
  /** Routes of the edge, which the load balancer repeats by host and path. */
  routes: RouteSpec[];
  /** Host names of the edge, each with the service that answers by default. */
  hosts: HostSpec[];
}

/** The workloads as other components see them. */
export interface Compute extends pulumi.ComponentResource {
  /** Names of the services that run. */
  readonly services: readonly string[];
}
