import type { ProbesSpec } from "../../contract";

/** A container's own health check, as a container definition has it. */
export interface HealthCheck {
  command: string[];
  interval: number;
  timeout: number;
  retries: number;
  startPeriod: number;
}

/** Bounds of ECS (API reference, `HealthCheck`). */
const bounds = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], startPeriod: [0, 300] } as const;

/**
 * A liveness probe that is a command, as a health check: ECS replaces a task that fails it. A probe by HTTP or TCP has none: ECS
 * runs health checks inside the container, and an image need not have anything that could ask. Such a service is watched by
 * the load balancer, whose target group ECS heeds likewise.
 */
export function healthCheck({ liveness, startup }: ProbesSpec): HealthCheck | undefined {
  if (liveness?.check.kind !== "exec") return undefined;
  const started =
    startup === undefined ? 0 : startup.initialDelaySeconds + startup.periodSeconds * startup.failureThreshold;
  return {
    command: ["CMD", ...liveness.check.command],
    interval: bounded("interval", liveness.periodSeconds),
    timeout: bounded("timeout", liveness.timeoutSeconds),
    retries: bounded("retries", liveness.failureThreshold),
    startPeriod: bounded("startPeriod", Math.max(liveness.initialDelaySeconds, started)),
  };
}

function bounded(field: keyof typeof bounds, value: number): number {
  const [least, most] = bounds[field];
  return Math.min(Math.max(value, least), most);
}
