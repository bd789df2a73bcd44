import { createHash } from "node:crypto";
import type * as cloudrunv2 from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import type { MigrationSpec } from "../../contract";
import { type RunJobArgs, runJob } from "./job";

/** What the migration is built from. */
export type MigrationArgs = Omit<RunJobArgs, "spec" | "runExecutionToken"> & { spec: MigrationSpec };

/**
 * The migration: a job that runs once for every definition of itself, a new image above all. The resource is ready when
 * the run has succeeded (upstream provider, `run_execution_token`), so that what depends on it waits, and a migration
 * that fails is a failed `up`.
 */
export function migration(name: string, args: MigrationArgs, parent: pulumi.Resource): cloudrunv2.Job {
  return runJob(name, { ...args, runExecutionToken: executionToken(args.spec) }, parent);
}

/** Suffix of the run's name: the same for the same definition. With the job's name it has fewer than 63 characters. */
function executionToken(spec: MigrationSpec): string {
  // The first character is a letter, as in every name of a run.
  return `r${createHash("sha256").update(JSON.stringify(spec)).digest("hex").slice(0, 9)}`;
}
