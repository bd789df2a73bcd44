import * as pulumi from "@pulumi/pulumi";

/** Cloud Run's report on the last revision of a service or worker pool, on a job, or on a job's last run. */
type Condition = { state?: string; message?: string };

/** A failure, and the way on. */
export interface Failure {
  /** Its subject: `service "web": its last revision has failed`. */
  what: string;
  allowed: string;
  remedy: string;
}

/**
 * A resource of Cloud Run, and the end of the update where what it did last has failed. The failure ends its own `up` already.
 * The next one finds nothing that has changed, and would be green: the provider keeps the new definition in the state although
 * the wait for it failed (`resource_cloud_run_v2_service.go`), and a refresh keeps it too. What depends on the answer waits.
 */
export function unlessFailed<Resource extends { terminalConditions: pulumi.Output<Condition[]> }>(
  resource: Resource,
  failure: Failure,
): pulumi.Output<Resource> {
  return resource.terminalConditions.apply((conditions) => {
    // A preview still sees what was before the change.
    if (!pulumi.runtime.isDryRun()) refuseFailed(failure, conditions);
    return resource;
  });
}

/** Ends the update where a condition has failed. */
export function refuseFailed({ what, allowed, remedy }: Failure, conditions: readonly Condition[]): void {
  const failed = conditions.find(({ state }) => state === "CONDITION_FAILED");
  if (failed === undefined) return;
  throw new pulumi.RunError(`${what} (${failed.message || "no reason given"}); allowed: ${allowed}. ${remedy}`);
}

/** A service, worker pool or job by the clock whose last definition Cloud Run could not start or take. */
export function failedStart(name: string): Failure {
  return {
    what: `workload "${name}": its last revision has failed`,
    allowed: "a revision that starts",
    remedy: "Deploy an image that starts, or raise isotopo:run to start the same one again",
  };
}

/** A migration whose last run has failed. */
export function failedRun(name: string): Failure {
  return {
    what: `migration "${name}": its last run has failed`,
    allowed: "a run that succeeded",
    remedy: "Deploy an image that fixes it, or raise isotopo:migrationRun to run the same one again",
  };
}
