import type * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";

/**
 * Ends the update where ECS runs another task definition than the one that is asked for, as its circuit breaker has gone back.
 * The failed rollout ends its own `up` already. The next one would be green: the provider keeps the definition that failed in the
 * state, finds no change, asks ECS for nothing and only then reads what runs (`resourceServiceUpdate` of its ECS service).
 */
export function refuseRolledBack(
  name: string,
  service: ecs.Service,
  requested: pulumi.Input<string | undefined>,
): void {
  pulumi.all([service.taskDefinition, requested]).apply(([running, wanted]) => {
    // A preview still sees what was before the change.
    if (pulumi.runtime.isDryRun() || running === wanted) return;
    throw new pulumi.RunError(
      `service "${name}": ECS has gone back to ${running}, as the rollout of ${wanted} has failed; ` +
        "allowed: a task definition that starts. Deploy an image that starts, or repeat the update to try the same one again",
    );
  });
}
