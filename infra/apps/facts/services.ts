import type { ScalingPaceSpec } from "../../../components/contract";
import type { ServiceProbesFacts } from "./probes";
import type { WorkloadFacts } from "./workloads";

/** A workload that runs all the time. */
export interface ServiceFacts extends WorkloadFacts {
  /**
   * `web` and `api` are reached by the edge; `worker` may run many times; `scheduler` runs exactly once.
   * @example "web"
   * @option compute.autoscaling.workers
   */
  kind: "web" | "api" | "worker" | "scheduler";
  /**
   * TCP port on which it listens.
   * @defaultValue none: nothing reaches it
   * @example 3000
   */
  port?: number;
  /** How it is asked whether it is well. */
  probes: ServiceProbesFacts;
  /** How many instances there are. */
  autoscaling: AutoscalingFacts;
  /**
   * How a new version takes the place of the old one.
   * @defaultValue what each field says
   */
  rollout?: RolloutFacts;
}

/** How a service scales. A scheduler runs once, whatever is said here. */
export interface AutoscalingFacts {
  /**
   * Instances at least; the environment may want fewer. 0 is for targets that can wait for a request.
   * @example 2
   * @option compute.autoscaling.scaleToZero
   */
  minReplicas: number;
  /**
   * Instances at most. As many as `minReplicas`: it does not scale.
   * @example 6
   */
  maxReplicas: number;
  /**
   * Average use of CPU to aim at, in percent of `requests`.
   * @defaultValue 70
   * @example 60
   * @option compute.autoscaling.targets
   */
  cpuPercent?: number;
  /**
   * Average use of memory to aim at, in percent of `requests`.
   * @defaultValue 80
   * @example 75
   * @option compute.autoscaling.targets
   */
  memoryPercent?: number;
  /**
   * Requests per minute and instance to aim at; for services that the edge reaches.
   * @defaultValue none
   * @example 1000
   * @option compute.autoscaling.requestsPerMinute
   */
  requestsPerMinute?: number;
  /**
   * How fast instances are added.
   * @defaultValue two a minute
   * @option compute.autoscaling.pace
   */
  scaleUp?: ScalingPaceSpec;
  /**
   * How fast instances are taken away.
   * @defaultValue one a minute, by what was wanted in the last five
   * @option compute.autoscaling.pace
   */
  scaleDown?: ScalingPaceSpec;
}

/** How a new version takes the place of the old one. A scheduler is always stopped first. */
export interface RolloutFacts {
  /**
   * `rolling` starts new instances first; `recreate` stops the old one first, for what must never run twice.
   * @defaultValue `rolling`
   * @example "recreate"
   * @option compute.rollout.recreate
   */
  strategy?: "rolling" | "recreate";
  /**
   * Instances above the wanted number meanwhile.
   * @defaultValue 1
   * @example 2
   * @option compute.rollout.maxSurge
   */
  maxSurge?: number;
  /**
   * Instances below the wanted number meanwhile.
   * @defaultValue 0
   * @example 1
   */
  maxUnavailable?: number;
  /**
   * Healthy seconds until a new instance counts.
   * @defaultValue 10
   * @example 20
   * @option compute.rollout.minReadySeconds
   */
  minReadySeconds?: number;
  /**
   * Seconds after which it has failed, and goes back where the platform can.
   * @defaultValue 600
   * @example 900
   * @option compute.rollout.rollback
   */
  timeoutSeconds?: number;
}
