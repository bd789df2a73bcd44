import type { ServiceSpec } from "../../contract";
import type { TargetGroupHealthCheck } from "./target-group";

/** What decides how long a rollout takes, beside the service itself. */
export interface RolloutFacts {
  /** Checks of a new task count after so many seconds. */
  graceSeconds: number;
  /** The load balancer's check; none where it does not reach the service. */
  check?: Pick<TargetGroupHealthCheck, "interval" | "healthyThreshold" | "unhealthyThreshold">;
  /** An old task finishes its requests for so long. */
  drainSeconds: number;
}

/** From the order to a running container: network interface, image, start. ECS acts in steps of some 15 to 30 s beside. */
const startSeconds = 90;

/** The provider's own patience (terraform-provider-aws, `aws_ecs_service`, timeouts). */
const leastSeconds = 1200;

/** ECS takes a rollout back, and starts the old tasks anew, in about so long. */
const rollbackSeconds = 300;

/**
 * How long Pulumi waits for a rollout: as long as the topology says at least, and never shorter than ECS needs, since a
 * rollout that is given up on is a failed `up` and goes on all the same. Two ends are waited for. A good one: as many steps
 * as there are replicas for each one that may be there more, or missing. A bad one: the circuit breaker counts half as many
 * failed tasks as there are replicas, at least three (ECS Developer Guide, "Deployment circuit breaker"), and takes back.
 */
export function rolloutSeconds(
  {
    rollout,
    autoscaling,
    terminationGraceSeconds,
  }: Pick<ServiceSpec, "rollout" | "autoscaling" | "terminationGraceSeconds">,
  { graceSeconds, check, drainSeconds }: RolloutFacts,
): number {
  const replicas = Math.max(autoscaling.maxReplicas, 1);
  const atOnce = rollout.strategy === "recreate" ? replicas : Math.max(rollout.maxSurge + rollout.maxUnavailable, 1);
  const healthy = check === undefined ? 0 : check.healthyThreshold * check.interval;
  const unhealthy = check === undefined ? 0 : check.unhealthyThreshold * check.interval;
  const good = Math.ceil(replicas / atOnce) * (startSeconds + healthy + drainSeconds + terminationGraceSeconds);
  const failures = Math.max(3, Math.ceil(replicas / 2));
  const bad = Math.ceil(failures / atOnce) * (startSeconds + graceSeconds + unhealthy) + rollbackSeconds;
  return Math.max(rollout.timeoutSeconds, leastSeconds, good, bad);
}
