import * as cloudrunv2 from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import { physicalName, type RouteSpec, type ServiceSpec, type Transform, transformed } from "../../contract";
import { labels } from "../labels";
import { executionEnvironment, type TemplateArgs, template } from "./container";
import { failedStart, unlessFailed } from "./failed";
import { runProbes } from "./probes";

/** Arguments of a service. */
export interface RunServiceArgs extends Omit<TemplateArgs, "workload"> {
  project: string;
  spec: ServiceSpec & { port: number };
  routes: readonly RouteSpec[];
  serviceAccount: pulumi.Input<string>;
  /** Resources that must exist before an instance can start: grants, and the migrations. */
  after: readonly pulumi.Input<pulumi.Resource>[];
  transform?: Transform<cloudrunv2.ServiceArgs>;
}

/** Longest name of a service (Cloud Run documentation, "Quotas and limits"); a job's leaves room for a run's suffix. */
export const longestName = 49;

/** Requests that an instance takes at once: Cloud Run's default for a whole CPU (upstream provider). */
const concurrency = 80;

/** Longest answer of Cloud Run, in seconds (Cloud Run documentation, "Set request timeout for services"). */
const longestTimeout = 3600;

/**
 * A Cloud Run service that only the load balancer and the project's own network reach. A new revision gets requests when
 * its startup probe has succeeded; one that never does gets none, and the one before it goes on.
 */
export function runService(
  name: string,
  args: RunServiceArgs,
  parent: pulumi.Resource,
): pulumi.Output<cloudrunv2.Service> {
  const { context, project, spec, routes, serviceAccount, after, transform } = args;
  const { minReplicas, maxReplicas } = spec.autoscaling;
  const parts = template({ ...args, workload: spec });
  const serviceArgs: cloudrunv2.ServiceArgs = {
    project,
    location: context.region,
    name: physicalName([context.name, spec.name], longestName),
    description: `${spec.name} of ${context.name}`,
    // Who comes through the load balancer has no identity of Google's: the network is what is checked ("Allowing public
    // (unauthenticated) access"), and the firewall of the edge before it.
    ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
    invokerIamDisabled: true,
    defaultUriDisabled: true,
    // It holds nothing. The flag is the provider's own, and would keep a service that the topology no longer has.
    deletionProtection: false,
    scaling: { minInstanceCount: minReplicas, maxInstanceCount: Math.max(maxReplicas, 1) },
    traffics: [{ type: "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST", percent: 100 }],
    template: {
      serviceAccount,
      executionEnvironment,
      maxInstanceRequestConcurrency: concurrency,
      timeout: `${requestTimeout(spec.name, routes)}s`,
      containers: [
        {
          ...parts.container,
          name: spec.name,
          ports: { containerPort: spec.port },
          // Where instances wait all the time, what they do between requests has a CPU too.
          resources: { limits: parts.limits, cpuIdle: minReplicas === 0, startupCpuBoost: true },
          ...runProbes(spec.probes, spec.port),
        },
      ],
      volumes: parts.volumes,
      vpcAccess: parts.vpcAccess,
      labels: parts.labels,
    },
    labels: labels(context),
  };
  const service = new cloudrunv2.Service(name, transformed(transform, serviceArgs, name), {
    parent,
    dependsOn: [...after],
    // A service's name is free only when the old one is gone.
    deleteBeforeReplace: true,
    // Deployments by other tools leave their mark there.
    ignoreChanges: ["client", "clientVersion"],
    customTimeouts: { create: `${spec.rollout.timeoutSeconds}s`, update: `${spec.rollout.timeoutSeconds}s` },
  });
  return unlessFailed(service, failedStart(spec.name));
}

/** One patience for a whole service: the longest of its routes. A websocket is one request that lasts. */
export function requestTimeout(service: string, routes: readonly RouteSpec[]): number {
  const own = routes.filter((route) => route.service === service);
  if (own.some(({ websocket }) => websocket)) return longestTimeout;
  if (own.length === 0) return defaultTimeout;
  const longest = Math.max(...own.map(({ timeoutSeconds }) => timeoutSeconds));
  if (longest > longestTimeout) {
    throw new Error(
      `service "${service}": a route waits ${longest} s for its answer; Cloud Run waits at most ${longestTimeout} s`,
    );
  }
  return longest;
}

/** Cloud Run's own ("Set request timeout for services"), for a service that no route names. */
const defaultTimeout = 300;
