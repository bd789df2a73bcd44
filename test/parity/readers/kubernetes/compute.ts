import type { PlanResource } from "../../../../preview/model/plan";
import { absent, atLeast, type Reader, type Readings, type Values } from "../../fact";
import type { workloadFacts } from "../../facts/compute";
import type { serviceFacts } from "../../facts/services";
import { fields, input, list, mebibytes, millicores, type Native, table, text, textOf } from "../../native";
import { secretName } from "./foundation";
import { ofPods, pods } from "./pods";

/** Pods of Deployments, Jobs and CronJobs. */
export const kubernetesWorkloads: Readings<typeof workloadFacts> = {
  "compute: workloads": ofPods(() => true),
  "compute: image": ofPods(({ container }) => container.image),
  "compute: command": ofPods(({ container }) => container.command),
  "compute: user": ofPods(({ pod }) => fields(pod.securityContext).runAsUser),
  "compute: group": ofPods(({ pod }) => fields(pod.securityContext).runAsGroup),
  "compute: read-only root": ofPods(({ container }) => fields(container.securityContext).readOnlyRootFilesystem),
  "compute: paths that may be written": ofPods(({ container }) =>
    list(container.volumeMounts)
      .map(fields)
      .filter(({ readOnly }) => readOnly !== true)
      .map(({ mountPath }) => mountPath)
      .sort(),
  ),
  "compute: processor limit": ofPods(({ container }) => millicores(size(container, "limits").cpu)),
  "compute: memory limit": ofPods(({ container }) => mebibytes(size(container, "limits").memory)),
  "compute: processor request": ofPods(({ container }) => millicores(size(container, "requests").cpu)),
  "compute: memory request": ofPods(({ container }) => mebibytes(size(container, "requests").memory)),
  "compute: seconds after SIGTERM": atLeast(ofPods(({ pod }) => pod.terminationGracePeriodSeconds)),
  "compute: variables": (native) => variables(native, ({ value }) => value),
  "compute: variables of other components": (native) => variables(native, ({ value }) => value !== ""),
  "compute: secrets by variable": (native) =>
    Object.fromEntries(
      pods(native).flatMap(({ name, env }) =>
        env.map((variable) => [`${name} ${textOf(variable.name)}`, sourceOf(variable, env)]),
      ),
    ),
  "compute: days of logs": absent,
  "compute: schedule": ofJobs("CronJob", (job) => input(job, "spec.schedule")),
  "compute: seconds of jobs": ofAllJobs("activeDeadlineSeconds"),
  "compute: retries of jobs": ofAllJobs("backoffLimit"),
};

/** Deployments and HorizontalPodAutoscalers. */
export const kubernetesServices: Readings<typeof serviceFacts> = {
  "compute: port": ofContainers((container) => fields(list(container.ports)[0]).containerPort),
  "compute: readiness path": ofContainers(({ readinessProbe }) => check(readinessProbe)),
  "compute: readiness period and failures": ofContainers(({ readinessProbe }) => patience(readinessProbe)),
  "compute: readiness timeout": ofContainers(({ readinessProbe }) => fields(readinessProbe).timeoutSeconds),
  "compute: seconds before readiness": ofContainers(
    ({ readinessProbe }) => fields(readinessProbe).initialDelaySeconds || undefined,
  ),
  "compute: liveness check": ofContainers(({ livenessProbe }) => check(livenessProbe)),
  "compute: liveness period and failures": ofContainers(({ livenessProbe }) => patience(livenessProbe)),
  "compute: liveness timeout": ofContainers(({ livenessProbe }) => fields(livenessProbe).timeoutSeconds),
  "compute: seconds before liveness": ofContainers(
    ({ livenessProbe }) => fields(livenessProbe).initialDelaySeconds || undefined,
  ),
  "compute: startup check": ofContainers(({ startupProbe }) => check(startupProbe)),
  "compute: startup timeout": ofContainers(({ startupProbe }) => fields(startupProbe).timeoutSeconds),
  "compute: seconds to start": ofContainers(({ startupProbe }) => {
    const { initialDelaySeconds = 0, periodSeconds, failureThreshold } = fields(startupProbe);
    return startupProbe && Number(initialDelaySeconds) + Number(periodSeconds) * Number(failureThreshold);
  }),
  "compute: least replicas": (native) => ({
    ...ofDeployments((deployment) => input(deployment, "spec.replicas"))(native),
    ...ofScalers((scaler) => input(scaler, "spec.minReplicas"))(native),
  }),
  "compute: most replicas": (native) => ({
    ...ofDeployments((deployment) => input(deployment, "spec.replicas"))(native),
    ...ofScalers((scaler) => input(scaler, "spec.maxReplicas"))(native),
  }),
  "compute: processor target": ofScalers((scaler) => target(scaler, "cpu")),
  "compute: memory target": ofScalers((scaler) => target(scaler, "memory")),
  "compute: requests per minute and replica": absent,
  "compute: window of scaling up": ofScalers((its) => input(its, "spec.behavior.scaleUp.stabilizationWindowSeconds")),
  "compute: window of scaling down": ofScalers((its) =>
    input(its, "spec.behavior.scaleDown.stabilizationWindowSeconds"),
  ),
  "compute: step of scaling up": ofScalers((scaler) => step(input(scaler, "spec.behavior.scaleUp.policies.0"))),
  "compute: step of scaling down": ofScalers((scaler) => step(input(scaler, "spec.behavior.scaleDown.policies.0"))),
  "compute: stops the old one first": ofDeployments(
    (deployment) => input(deployment, "spec.strategy.type") === "Recreate" || undefined,
  ),
  "compute: surge": ofDeployments((deployment) => input(deployment, "spec.strategy.rollingUpdate.maxSurge")),
  "compute: missing during a rollout": ofDeployments((its) => input(its, "spec.strategy.rollingUpdate.maxUnavailable")),
  "compute: healthy seconds before it counts": ofDeployments((deployment) => input(deployment, "spec.minReadySeconds")),
  "compute: seconds of a rollout": ofDeployments((deployment) => input(deployment, "spec.progressDeadlineSeconds")),
  "compute: goes back by itself": absent,
};

type Fields = Readonly<Record<string, unknown>>;

function size(container: Fields, kind: "requests" | "limits"): Fields {
  return fields(fields(container.resources)[kind]);
}

/** Variables with a text of their own. */
function variables(native: Native, value: (variable: Fields) => unknown): Values {
  return Object.fromEntries(
    pods(native).flatMap(({ name, env }) =>
      env
        .filter((variable) => variable.value !== undefined && !textOf(variable.value).includes("$("))
        .map((variable) => [`${name} ${textOf(variable.name)}`, value(variable)]),
    ),
  );
}

/** Where a variable's secret is: in a Secret of one value, or in the one that its text refers to as `$(NAME)`. */
function sourceOf({ value, valueFrom }: Fields, env: Fields[]): string | undefined {
  const { name, key } = fields(fields(valueFrom).secretKeyRef);
  if (key === "value") return secretName(textOf(name));
  const referred = /\$\(([A-Z_0-9]+)\)/.exec(textOf(value))?.[1];
  const password = env.find((variable) => referred !== undefined && variable.name === referred);
  const secret = fields(fields(password?.valueFrom).secretKeyRef).name;
  return secret === undefined ? undefined : textOf(secret).replace(/-(admin|login-\d+|user|password)$/, "");
}

function ofJobs(kind: string, value: (job: PlanResource) => unknown): Reader {
  return (native) => native.each(`kubernetes:batch/v1:${kind}`, (job) => native.short(job, "compute"), value);
}

function ofAllJobs(field: string): Reader {
  return (native) => ({
    ...ofJobs("Job", (job) => input(job, `spec.${field}`))(native),
    ...ofJobs("CronJob", (job) => input(job, `spec.jobTemplate.spec.${field}`))(native),
  });
}

function ofDeployments(value: (deployment: PlanResource) => unknown): Reader {
  return (native) =>
    table(native.all("kubernetes:apps/v1:Deployment", "compute"), (its) => text(its, "metadata.name"), value);
}

function ofContainers(value: (container: Fields) => unknown): Reader {
  return ofDeployments((deployment) => value(fields(input(deployment, "spec.template.spec.containers.0"))));
}

function ofScalers(value: (scaler: PlanResource) => unknown): Reader {
  return (native) =>
    table(
      native.all("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "compute"),
      (scaler) => text(scaler, "spec.scaleTargetRef.name"),
      value,
    );
}

function target(scaler: PlanResource, metric: string): unknown {
  const resources = list(input(scaler, "spec.metrics")).map((its) => fields(fields(its).resource));
  return fields(resources.find(({ name }) => name === metric)?.target).averageUtilization;
}

function step(policy: unknown): string {
  const { value, periodSeconds } = fields(policy);
  return `${value} in ${periodSeconds} s`;
}

function check(probe: unknown): string | undefined {
  const { httpGet, tcpSocket, exec } = fields(probe);
  if (httpGet !== undefined) return `http ${textOf(fields(httpGet).path)}`;
  if (tcpSocket !== undefined) return "tcp";
  return exec === undefined ? undefined : `exec ${list(fields(exec).command).join(" ")}`;
}

function patience(probe: unknown): string | undefined {
  const { failureThreshold, periodSeconds } = fields(probe);
  return probe === undefined ? undefined : `${failureThreshold} x ${periodSeconds} s`;
}
