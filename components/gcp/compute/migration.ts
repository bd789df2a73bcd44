import type * as cloudrunv2 from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import type { MigrationSpec } from "../../contract";
import { failedRun, unlessFailed } from "./failed";
import { type RunJobArgs, runJob } from "./job";

/** Arguments of the migration. */
export type MigrationArgs = Omit<RunJobArgs, "spec" | "run"> & { spec: MigrationSpec };

/**
 * Attempts after the first that a migration has at least, Cloud Run's own default. An instance with direct VPC egress may
 * wait a minute or more for its first connection ("Direct VPC egress", Limitations), so that one attempt may fail at the
 * database for no fault of its own. What runs again after a failed `up` can run again before.
 */
const leastRetries = 3;

/**
 * A migration: a job that runs once for every definition of itself, a new image above all, and a new version of a secret it
 * reads. The resource is ready when the run has succeeded (provider, `run_execution_token`), so that what depends on it
 * waits, and a migration that fails is a failed `up`.
 */
export function migration(name: string, args: MigrationArgs, parent: pulumi.Resource): pulumi.Output<cloudrunv2.Job> {
  const { spec } = args;
  const retries = Math.max(spec.retries, leastRetries);
  const job = runJob(name, { ...args, spec: { ...spec, retries }, run: spec.run }, parent);
  return unlessFailed(job, failedRun(spec.name));
}
