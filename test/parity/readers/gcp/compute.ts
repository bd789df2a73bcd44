import { absent, atLeast, otherwise, partly, type Reader, type Readings } from "../../fact";
import type { workloadFacts } from "../../facts/compute";
import type { serviceFacts } from "../../facts/services";
import { fields, input, list, mebibytes, millicores, type Native, number, text, textOf } from "../../native";
import { secretName } from "./foundation";
import { ofJobs, ofServices, ofWorkloads, services } from "./run";

type Fields = Readonly<Record<string, unknown>>;

/** Cloud Run services, worker pools and jobs. */
export const gcpWorkloads: Readings<typeof workloadFacts> = {
  "compute: workloads": ofWorkloads(() => true),
  "compute: image": ofWorkloads(({ container }) => container.image),
  "compute: command": ofWorkloads(({ container }) => [...list(container.commands), ...list(container.args)]),
  "compute: user": absent,
  "compute: group": absent,
  "compute: read-only root": absent,
  "compute: paths that may be written": ofWorkloads(({ template, container }) => {
    const empty = list(template.volumes)
      .map(fields)
      .filter(({ emptyDir }) => emptyDir !== undefined)
      .map(({ name }) => name);
    return list(container.volumeMounts)
      .map(fields)
      .filter(({ name }) => empty.includes(name))
      .map(({ mountPath }) => mountPath)
      .sort();
  }),
  "compute: processor limit": atLeast(ofWorkloads(({ container }) => millicores(limits(container).cpu))),
  "compute: memory limit": atLeast(ofWorkloads(({ container }) => mebibytes(limits(container).memory))),
  "compute: processor request": atLeast(ofWorkloads(({ container }) => millicores(limits(container).cpu))),
  "compute: memory request": atLeast(ofWorkloads(({ container }) => mebibytes(limits(container).memory))),
  "compute: seconds after SIGTERM": absent,
  // Cloud Run itself sets PORT to the port of the container.
  "compute: variables": partly((native) => ({
    ...Object.fromEntries(
      services(native).flatMap(({ name, container }) => {
        const { containerPort } = fields(container.ports);
        return containerPort === undefined ? [] : [[`${name} PORT`, textOf(containerPort)]];
      }),
    ),
    ...variables(({ value }) => value)(native),
  })),
  "compute: variables of other components": variables(({ value }) => value !== undefined && value !== ""),
  "compute: secrets by variable": variables(({ valueSource }, native) =>
    sourceOf(textOf(fields(fields(valueSource).secretKeyRef).secret), native),
  ),
  "compute: days of logs": (native) => {
    const bucket = native.one("gcp:logging/projectBucketConfig:ProjectBucketConfig", "-compute-log");
    const filter = text(native.one("gcp:logging/projectSink:ProjectSink", "-compute-log-sink"), "filter");
    return ofWorkloads(({ resource }) =>
      filter.includes(`"${text(resource, "name")}"`) ? input(bucket, "retentionDays") : undefined,
    )(native);
  },
  "compute: schedule": (native) =>
    native.each(
      "gcp:cloudscheduler/job:Job",
      (job) => native.short(job, "compute").replace(/-schedule$/, ""),
      (job) => (text(job, "timeZone") === "Etc/UTC" ? input(job, "schedule") : undefined),
    ),
  "compute: seconds of jobs": ofJobs(({ template }) => number(template.timeout)),
  "compute: retries of jobs": atLeast(ofJobs(({ template }) => template.maxRetries)),
};

/** How Cloud Run asks, scales and rolls out. */
export const gcpServices: Readings<typeof serviceFacts> = {
  "compute: port": ofServices(({ container }) => fields(container.ports).containerPort),
  "compute: readiness path": ofServices(({ container }) => check(container.readinessProbe)),
  "compute: readiness period and failures": ofServices(({ container }) => patience(container.readinessProbe)),
  "compute: readiness timeout": ofServices(({ container }) => fields(container.readinessProbe).timeoutSeconds),
  "compute: seconds before readiness": absent,
  "compute: liveness check": partly(ofServices(({ container }) => check(container.livenessProbe))),
  "compute: liveness period and failures": otherwise(ofServices(({ container }) => patience(container.livenessProbe))),
  "compute: liveness timeout": partly(ofServices(({ container }) => fields(container.livenessProbe).timeoutSeconds)),
  "compute: seconds before liveness": partly(
    ofServices(({ container }) => fields(container.livenessProbe).initialDelaySeconds || undefined),
  ),
  "compute: startup check": ofServices(({ container }) => check(container.startupProbe)),
  "compute: startup timeout": ofServices(({ container }) => fields(container.startupProbe).timeoutSeconds),
  "compute: seconds to start": otherwise(
    ofServices(({ container: { startupProbe } }) => {
      const { initialDelaySeconds = 0, periodSeconds, failureThreshold } = fields(startupProbe);
      return startupProbe && Number(initialDelaySeconds) + Number(periodSeconds) * Number(failureThreshold);
    }),
  ),
  "compute: least replicas": ofServices(
    ({ resource }) => input(resource, "scaling.minInstanceCount") ?? input(resource, "scaling.manualInstanceCount"),
  ),
  "compute: most replicas": otherwise(
    ofServices(
      ({ resource }) => input(resource, "scaling.maxInstanceCount") ?? input(resource, "scaling.manualInstanceCount"),
    ),
  ),
  "compute: processor target": absent,
  "compute: memory target": absent,
  "compute: requests per minute and replica": otherwise(
    ofServices(({ template }) => template.maxInstanceRequestConcurrency),
  ),
  "compute: window of scaling up": absent,
  "compute: window of scaling down": absent,
  "compute: step of scaling up": absent,
  "compute: step of scaling down": absent,
  "compute: stops the old one first": absent,
  "compute: surge": absent,
  "compute: missing during a rollout": absent,
  "compute: healthy seconds before it counts": absent,
  "compute: seconds of a rollout": absent,
  // Requests go to the latest revision that is ready, and a worker pool's instances come from it.
  "compute: goes back by itself": ofServices(
    ({ resource }) =>
      text(resource, "traffics.0.type") === "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST" ||
      text(resource, "instanceSplits.0.type") === "INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST",
  ),
};

function limits(container: Fields): Fields {
  return fields(fields(container.resources).limits);
}

function variables(value: (variable: Fields, native: Native) => unknown): Reader {
  return (native) =>
    Object.fromEntries(
      services(native).flatMap(({ name, envs }) =>
        envs.map((variable) => [`${name} ${textOf(variable.name)}`, value(variable, native)]),
      ),
    );
}

/** Whose secret has that id: the name of one of the application's own, or the component. */
function sourceOf(secretId: string, native: Native): string | undefined {
  const found = native.all("gcp:secretmanager/secret:Secret").find((secret) => text(secret, "secretId") === secretId);
  const concept = found?.name.replace(`${native.name}-`, "");
  if (found === undefined || concept === undefined) return undefined;
  if (concept.startsWith("secrets-")) return secretName(native, found);
  return /^(postgres|redis-[a-z]+)/.exec(concept)?.[0];
}

function check(probe: unknown): string | undefined {
  const { httpGet, tcpSocket } = fields(probe);
  if (httpGet !== undefined) return `http ${textOf(fields(httpGet).path)}`;
  return tcpSocket === undefined ? undefined : "tcp";
}

function patience(probe: unknown): string | undefined {
  const { failureThreshold, periodSeconds } = fields(probe);
  return probe === undefined ? undefined : `${failureThreshold} x ${periodSeconds} s`;
}
