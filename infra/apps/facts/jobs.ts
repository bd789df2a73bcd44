import type { WorkloadFacts } from "./workloads";

/** A workload that runs to its end. */
export interface JobFacts extends WorkloadFacts {
  /**
   * Seconds after which it has failed; at most 840 for a migration.
   * @defaultValue 600
   * @example 300
   */
  timeoutSeconds?: number;
  /**
   * Attempts after the first.
   * @defaultValue 0: a migration that failed half way needs a person
   * @example 2
   */
  retries?: number;
}

/** A job by the clock. */
export interface CronJobFacts extends JobFacts {
  /**
   * Five fields of cron, in UTC: minute, hour, day of month, month, day of week (0 is Sunday).
   * @example "15 3 * * *"
   * @option compute.cronJobs
   */
  schedule: string;
}
