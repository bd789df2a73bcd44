import { redisRoles, workloadsOf } from "../../../../components/contract";
import { absent, atLeast, otherwise, partly, partlyAtLeast, type Reader, type Readings } from "../../fact";
import type { workloadFacts } from "../../facts/compute";

import type { serviceFacts } from "../../facts/services";
import { fields, input, list, mebibytes, type Native, number, text, textOf } from "../../native";
import { type AppWorkload, apps, ofJobs, ofServices, ofWorkloads, probeOf, ruleOf } from "./apps";
import { secretName } from "./foundation";

type Fields = Readonly<Record<string, unknown>>;

/** Container Apps and their jobs. */
export const azureWorkloads: Readings<typeof workloadFacts> = {
  "compute: workloads": ofWorkloads(() => true),
  "compute: image": ofWorkloads(({ container }) => container.image),
  "compute: command": ofWorkloads(({ container }) => [...list(container.command), ...list(container.args)]),
  "compute: user": absent,
  "compute: group": absent,
  "compute: read-only root": absent,
  "compute: paths that may be written": ofWorkloads(({ container, resource }) => {
    // Files of secrets are mounted as well, and can't be written.
    const empty = list(input(resource, "template.volumes"))
      .map(fields)
      .filter(({ storageType }) => storageType === "EmptyDir");
    return list(container.volumeMounts)
      .map(fields)
      .filter(({ volumeName }) => empty.some(({ name }) => name === volumeName))
      .map(({ mountPath }) => mountPath)
      .sort();
  }),
  "compute: processor limit": atLeast(ofWorkloads(({ container }) => Number(fields(container.resources).cpu) * 1000)),
  "compute: memory limit": atLeast(ofWorkloads(({ container }) => mebibytes(fields(container.resources).memory))),
  "compute: processor request": atLeast(ofWorkloads(({ container }) => Number(fields(container.resources).cpu) * 1000)),
  "compute: memory request": atLeast(ofWorkloads(({ container }) => mebibytes(fields(container.resources).memory))),
  "compute: seconds after SIGTERM": partlyAtLeast(
    ofServices(({ resource }) => input(resource, "template.terminationGracePeriodSeconds")),
  ),
  "compute: variables": variables(({ value }) => value),
  "compute: variables of other components": variables(({ value }) => value !== undefined && value !== ""),
  "compute: secrets by variable": (native) =>
    Object.fromEntries(
      apps(native).flatMap((app) => {
        const referred = list(input(app.resource, "configuration.secrets")).map((secret) => fields(secret).name);
        return app.env
          .filter(({ secretRef }) => secretRef !== undefined && referred.includes(secretRef))
          .map(({ name }) => [`${app.name} ${textOf(name)}`, sourceOf(app, textOf(name), native)]);
      }),
    ),
  "compute: days of logs": atLeast((native) => {
    const workspace = native.one("azure-native:operationalinsights:Workspace", "-compute-environment-log");
    return ofWorkloads(() => input(workspace, "retentionInDays"))(native);
  }),
  "compute: schedule": ofJobs(({ resource }) => input(resource, "configuration.scheduleTriggerConfig.cronExpression")),
  "compute: seconds of jobs": ofJobs(({ resource }) => input(resource, "configuration.replicaTimeout")),
  "compute: retries of jobs": ofJobs(({ resource }) => input(resource, "configuration.replicaRetryLimit")),
};

/** How Container Apps asks, scales and rolls out. */
export const azureServices: Readings<typeof serviceFacts> = {
  "compute: port": ofServices(({ resource }) => input(resource, "configuration.ingress.targetPort")),
  "compute: readiness path": ofServices((app) => check(probeOf(app, "Readiness"))),
  "compute: readiness period and failures": ofServices((app) => patience(probeOf(app, "Readiness"))),
  "compute: readiness timeout": ofServices((app) => probeOf(app, "Readiness")?.timeoutSeconds),
  "compute: seconds before readiness": ofServices((app) => probeOf(app, "Readiness")?.initialDelaySeconds),
  "compute: liveness check": partly(ofServices((app) => check(probeOf(app, "Liveness")))),
  "compute: liveness period and failures": partly(ofServices((app) => patience(probeOf(app, "Liveness")))),
  "compute: liveness timeout": partly(ofServices((app) => probeOf(app, "Liveness")?.timeoutSeconds)),
  "compute: seconds before liveness": partly(ofServices((app) => probeOf(app, "Liveness")?.initialDelaySeconds)),
  "compute: startup check": ofServices((app) => check(probeOf(app, "Startup"))),
  "compute: startup timeout": ofServices((app) => probeOf(app, "Startup")?.timeoutSeconds),
  "compute: seconds to start": ofServices((app) => {
    const startup = probeOf(app, "Startup");
    const { initialDelaySeconds = 0, periodSeconds, failureThreshold } = startup ?? {};
    return startup && Number(initialDelaySeconds) + Number(periodSeconds) * Number(failureThreshold);
  }),
  "compute: least replicas": ofServices(({ resource }) => input(resource, "template.scale.minReplicas")),
  "compute: most replicas": ofServices(({ resource }) => input(resource, "template.scale.maxReplicas")),
  "compute: processor target": ofServices((app) => utilization(ruleOf(app, "cpu"))),
  "compute: memory target": ofServices((app) => utilization(ruleOf(app, "memory"))),
  // Whole requests a second.
  "compute: requests per minute and replica": otherwise(
    ofServices((app) => {
      const requests = fields(fields(ruleOf(app, "requests")?.http).metadata).concurrentRequests;
      return requests === undefined ? undefined : Number(requests) * 60;
    }),
  ),
  "compute: window of scaling up": ofServices(({ resource }) => input(resource, "template.scale.pollingInterval")),
  "compute: window of scaling down": ofServices(({ resource }) => input(resource, "template.scale.cooldownPeriod")),
  "compute: step of scaling up": absent,
  "compute: step of scaling down": absent,
  "compute: stops the old one first": absent,
  "compute: surge": absent,
  // Traffic moves when so many percent of the least replicas are up.
  "compute: missing during a rollout": ofServices(({ resource }) => {
    const count = Number(input(resource, "template.scale.minReplicas"));
    return count - Math.ceil((count * Number(input(resource, "configuration.revisionTransitionThreshold"))) / 100);
  }),
  "compute: healthy seconds before it counts": absent,
  "compute: seconds of a rollout": absent,
  "compute: goes back by itself": ofServices(
    ({ resource }) => text(resource, "configuration.activeRevisionsMode") === "Single",
  ),
};

function variables(value: (variable: Fields) => unknown): Reader {
  return (native) =>
    Object.fromEntries(
      apps(native).flatMap(({ name, env }) =>
        env.map((variable) => [`${name} ${textOf(variable.name)}`, value(variable)]),
      ),
    );
}

/**
 * Whose secret a variable holds: the name of one of the application's own, or the component. Its address is the vault's
 * answer; what the identity may read, and what the configuration waits for, is known before.
 */
function sourceOf({ name, resource }: AppWorkload, variable: string, native: Native): string | undefined {
  const workload = workloadsOf(native.topology.compute).find((its) => its.name === name);
  const roles = redisRoles(native.topology.redis);
  // Roles of Redis that share an instance share the grant of its secret.
  const reference = textOf(workload?.secrets[variable])
    .replace(/^redis\.([^.]+)/, (_, role: string) => `redis.${roles[role] ?? role}`)
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
  const ending = `-identity-${name}-reads-${reference.replaceAll(/[^a-z0-9]+/g, "-")}`;
  const grant = native.one("azure-native:authorization:RoleAssignment", ending);
  const found = native
    .all("azure-native:keyvault:Secret")
    .find(({ id }) => id !== undefined && id === input(grant, "scope"));
  if (found === undefined || resource.propertyDependencies.configuration?.includes(found.urn) !== true)
    return undefined;
  const concept = found.name.replace(`${native.name}-`, "");
  return concept.startsWith("secrets-") ? secretName(native, found) : /^(postgres|redis-[a-z]+)/.exec(concept)?.[0];
}

function utilization(rule: Fields | undefined): number | undefined {
  return number(fields(fields(rule?.custom).metadata).value);
}

function check(probe: Fields | undefined): string | undefined {
  const { httpGet, tcpSocket } = probe ?? {};
  if (httpGet !== undefined) return `http ${textOf(fields(httpGet).path)}`;
  return tcpSocket === undefined ? undefined : "tcp";
}

function patience(probe: Fields | undefined): string | undefined {
  return probe && `${probe.failureThreshold} x ${probe.periodSeconds} s`;
}
