import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, physicalName, type ServiceSpec } from "../../contract";
import { tags } from "../tags";

/** Arguments of a target group. */
export interface TargetGroupArgs {
  context: ComponentContext;
  vpcId: pulumi.Input<string>;
  service: ServiceSpec & { port: number };
  /** Seconds that a deregistered task gets to finish its requests. */
  drainSeconds: number;
}

/** A health check as a target group has it. */
export interface TargetGroupHealthCheck {
  enabled: true;
  protocol: "HTTP";
  path: string;
  matcher: string;
  interval: number;
  timeout: number;
  healthyThreshold: number;
  unhealthyThreshold: number;
}

/** Longest name of a target group (Elastic Load Balancing API, `CreateTargetGroup`). */
const longestName = 32;

/** The tasks of a service as the load balancer sees them. */
export function targetGroup(
  name: string,
  { context, vpcId, service, drainSeconds }: TargetGroupArgs,
  parent: pulumi.Resource,
): lb.TargetGroup {
  return new lb.TargetGroup(
    name,
    {
      // Another port is another target group, which has to exist beside the old one until the service has moved.
      name: physicalName([context.name, service.name, service.port], longestName),
      vpcId,
      targetType: "ip",
      protocol: "HTTP",
      port: service.port,
      deregistrationDelay: drainSeconds,
      healthCheck: targetGroupHealthCheck(service),
      tags: tags(context, name),
    },
    // Where a name is given the provider would delete first, and what a rule still names is not deleted (`ResourceInUse`).
    { parent, deleteBeforeReplace: false },
  );
}

/**
 * The readiness probe as a health check. A new task gets requests after as many good answers as fill the time for which it
 * has to be ready. Without a probe, any answer of HTTP will do. Throws for a probe that is not HTTP: an Application Load
 * Balancer knows no other. Bounds: Elastic Load Balancing API, `CreateTargetGroup`.
 */
export function targetGroupHealthCheck({
  name,
  probes,
  rollout,
}: Pick<ServiceSpec, "name" | "probes" | "rollout">): TargetGroupHealthCheck {
  const { readiness } = probes;
  const check = readiness?.check ?? { kind: "http" as const, path: "/" };
  if (check.kind !== "http") {
    throw new Error(
      `service "${name}": a load balancer of AWS asks by HTTP only; its readiness probe is "${check.kind}", make it "http"`,
    );
  }
  const timeout = bounded(readiness?.timeoutSeconds ?? 5, 2, 120);
  const interval = bounded(Math.max(readiness?.periodSeconds ?? 30, timeout + 1), 5, 300);
  return {
    enabled: true,
    protocol: "HTTP",
    path: check.path,
    matcher: readiness === undefined ? "200-499" : "200-399",
    interval,
    timeout,
    healthyThreshold: bounded(Math.ceil(rollout.minReadySeconds / interval) + 1, 2, 10),
    unhealthyThreshold: bounded(readiness?.failureThreshold ?? 3, 2, 10),
  };
}

function bounded(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
