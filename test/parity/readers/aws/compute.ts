import type { PlanResource } from "../../../../preview/plan/plan";
import { absent, atLeast, otherwise, type Reader, type Readings, type Values } from "../../fact";
import type { serviceFacts, workloadFacts } from "../../facts/compute";
import { fields, input, json, list, type Native, number, table, text, textOf } from "../../native";
import { secretName } from "./foundation";

/** ECS tasks. */
export const awsWorkloads: Readings<typeof workloadFacts> = {
  "compute: workloads": ofContainers(() => true),
  "compute: image": ofContainers(({ image }) => image),
  "compute: command": ofContainers(({ entryPoint, command }) => [...list(entryPoint), ...list(command)]),
  "compute: user": ofContainers(({ user }) => number(user)),
  "compute: group": ofContainers(({ user }) => number(textOf(user).split(":")[1])),
  "compute: read-only root": ofContainers(({ readonlyRootFilesystem }) => readonlyRootFilesystem),
  "compute: paths that may be written": ofContainers(({ mountPoints }) =>
    list(mountPoints)
      .map(fields)
      .filter(({ readOnly }) => readOnly === false)
      .map(({ containerPath }) => containerPath)
      .sort(),
  ),
  // Units of 1/1024.
  "compute: processor limit": atLeast(ofTasks((task) => Math.round((Number(text(task, "cpu")) * 1000) / 1024))),
  "compute: memory limit": atLeast(ofTasks((task) => Number(text(task, "memory")))),
  "compute: processor request": atLeast(ofTasks((task) => Math.round((Number(text(task, "cpu")) * 1000) / 1024))),
  "compute: memory request": atLeast(ofTasks((task) => Number(text(task, "memory")))),
  "compute: seconds after SIGTERM": ofContainers(({ stopTimeout }) => stopTimeout),
  "compute: variables": ofEnvironment("environment", ({ value }) => value),
  "compute: variables of other components": ofEnvironment("environment", ({ value }) => value !== ""),
  "compute: secrets by variable": ofEnvironment("secrets", ({ valueFrom }, native) => sourceOf(valueFrom, native)),
  "compute: days of logs": (native) =>
    table(
      native.all("aws:cloudwatch/logGroup:LogGroup", "compute").filter(({ name }) => name.endsWith("-task-log")),
      (group) => native.short(group, "compute").replace(/-task-log$/, ""),
      (group) => input(group, "retentionInDays"),
    ),
  "compute: schedule": (native) =>
    native.each(
      "aws:scheduler/schedule:Schedule",
      (schedule) => native.short(schedule, "compute").replace(/-schedule$/, ""),
      (schedule) => cron(text(schedule, "scheduleExpression")),
    ),
  "compute: seconds of jobs": (native) =>
    ofJobs(
      native,
      ({ timeoutSeconds }) => timeoutSeconds,
      (definition) => number(/"Seconds":(\d+)/.exec(definition)?.[1]),
    ),
  "compute: retries of jobs": (native) =>
    ofJobs(
      native,
      ({ attempts }) => Number(attempts) - 1,
      (definition) => number(/"BackoffRate":2,"MaxAttempts":(\d+)/.exec(definition)?.[1]) ?? 0,
    ),
};

/** ECS services, their target groups and their scaling. */
export const awsServices: Readings<typeof serviceFacts> = {
  "compute: port": ofTargetGroups((group) => input(group, "port")),
  "compute: readiness path": ofTargetGroups((group) => `http ${text(group, "healthCheck.path")}`),
  "compute: readiness period and failures": ofTargetGroups(({ inputs }) =>
    patience(fields(inputs.healthCheck), "unhealthyThreshold"),
  ),
  "compute: readiness timeout": ofTargetGroups((group) => input(group, "healthCheck.timeout")),
  "compute: seconds before readiness": absent,
  "compute: liveness check": otherwise(
    ofContainers(({ healthCheck }) => healthCheck && list(fields(healthCheck).command).slice(1).join(" ")),
  ),
  "compute: liveness period and failures": ofContainers(
    ({ healthCheck }) => healthCheck && patience(fields(healthCheck), "retries"),
  ),
  "compute: liveness timeout": ofContainers(({ healthCheck }) => fields(healthCheck).timeout),
  "compute: seconds before liveness": atLeast(ofContainers(({ healthCheck }) => fields(healthCheck).startPeriod)),
  // The container's and the load balancer's own checks, with a grace period.
  "compute: startup check": absent,
  "compute: startup timeout": absent,
  "compute: seconds to start": ofServices((service) => input(service, "healthCheckGracePeriodSeconds")),
  "compute: least replicas": ofServices((service) => input(service, "desiredCount")),
  "compute: most replicas": (native) => ({
    ...ofServices((service) => input(service, "desiredCount"))(native),
    ...native.each("aws:appautoscaling/target:Target", scaled, (target) => input(target, "maxCapacity")),
  }),
  "compute: processor target": ofPolicies("ECSServiceAverageCPUUtilization", "targetValue"),
  "compute: memory target": ofPolicies("ECSServiceAverageMemoryUtilization", "targetValue"),
  "compute: requests per minute and replica": ofPolicies("ALBRequestCountPerTarget", "targetValue"),
  "compute: window of scaling up": ofPolicies("ECSServiceAverageCPUUtilization", "scaleOutCooldown"),
  "compute: window of scaling down": ofPolicies("ECSServiceAverageCPUUtilization", "scaleInCooldown"),
  "compute: step of scaling up": absent,
  "compute: step of scaling down": absent,
  "compute: stops the old one first": ofServices(
    (service) =>
      (input(service, "deploymentMaximumPercent") === 100 && input(service, "deploymentMinimumHealthyPercent") === 0) ||
      undefined,
  ),
  "compute: surge": ofServices((service) => {
    const count = Number(input(service, "desiredCount"));
    const percent = Number(input(service, "deploymentMaximumPercent"));
    // ECS rounds down.
    return percent > 100 ? Math.floor((count * percent) / 100) - count : undefined;
  }),
  "compute: missing during a rollout": ofServices((service) => {
    const count = Number(input(service, "desiredCount"));
    const percent = Number(input(service, "deploymentMinimumHealthyPercent"));
    // ECS rounds up.
    return percent > 0 ? count - Math.ceil((count * percent) / 100) : undefined;
  }),
  "compute: healthy seconds before it counts": otherwise(
    ofTargetGroups(
      (group) =>
        (Number(input(group, "healthCheck.healthyThreshold")) - 1) * Number(input(group, "healthCheck.interval")),
    ),
  ),
  // A rollout's time is Pulumi's, which waits for it, and the circuit breaker counts failures instead.
  "compute: seconds of a rollout": absent,
  "compute: goes back by itself": ofServices((service) => input(service, "deploymentCircuitBreaker.rollback")),
};

type Fields = Readonly<Record<string, unknown>>;

function ofTasks(value: (task: PlanResource) => unknown): Reader {
  return (native) =>
    native.each("aws:ecs/taskDefinition:TaskDefinition", (task) => textOf(container(task).name), value);
}

function container(task: PlanResource): Fields {
  return fields(list(json(text(task, "containerDefinitions")))[0]);
}

function ofContainers(value: (container: Fields) => unknown): Reader {
  return ofTasks((task) => value(container(task)));
}

function ofEnvironment(kind: string, value: (variable: Fields, native: Native) => unknown): Reader {
  return (native) =>
    Object.fromEntries(
      native
        .all("aws:ecs/taskDefinition:TaskDefinition")
        .map(container)
        .flatMap(({ name, [kind]: variables }) =>
          list(variables)
            .map(fields)
            .map((variable) => [`${textOf(name)} ${textOf(variable.name)}`, value(variable, native)]),
        ),
    );
}

/** Whose secret has that ARN: the name of one of the application's own, or the component. */
function sourceOf(arn: unknown, native: Native): string | undefined {
  const secret = native.all("aws:secretsmanager/secret:Secret").find(({ outputs }) => outputs.arn === arn);
  const concept = secret?.name.replace(`${native.name}-`, "");
  if (secret === undefined || concept === undefined) return undefined;
  if (concept.startsWith("secrets-")) return secretName(native, secret);
  return /^(postgres|redis-[a-z]+)/.exec(concept)?.[0];
}

function ofJobs(
  native: Native,
  ofRunner: (run: Fields) => unknown,
  ofWorkflow: (definition: string) => unknown,
): Values {
  return {
    ...native.each(
      "aws:lambda/invocation:Invocation",
      (run) => native.short(run, "compute").replace(/-run$/, ""),
      (run) => ofRunner(fields(json(text(run, "input")))),
    ),
    ...native.each(
      "aws:sfn/stateMachine:StateMachine",
      (workflow) => native.short(workflow, "compute").replace(/-workflow$/, ""),
      (workflow) => ofWorkflow(text(workflow, "definition")),
    ),
  };
}

/** `cron(30 3 * * ? *)` of EventBridge, in the five fields of cron. */
function cron(expression: string): string {
  const [minute, hour, day, month, weekDay] = expression.replace(/^cron\(|\)$/g, "").split(" ");
  return [minute, hour, day, month, weekDay].map((field) => (field === "?" ? "*" : field)).join(" ");
}

function ofTargetGroups(value: (group: PlanResource) => unknown): Reader {
  return (native) =>
    native.each("aws:lb/targetGroup:TargetGroup", (group) => native.short(group, "compute-load-balancer"), value);
}

function ofServices(value: (service: PlanResource) => unknown): Reader {
  return (native) => native.each("aws:ecs/service:Service", (service) => text(service, "name"), value);
}

function patience(check: Fields, failures: string): string {
  return `${check[failures]} x ${check.interval} s`;
}

function scaled(target: PlanResource): string | undefined {
  return text(target, "resourceId").split("/").at(-1);
}

function ofPolicies(metric: string, field: string): Reader {
  const config = "targetTrackingScalingPolicyConfiguration";
  return (native) =>
    table(
      native
        .all("aws:appautoscaling/policy:Policy")
        .filter((policy) => input(policy, `${config}.predefinedMetricSpecification.predefinedMetricType`) === metric),
      scaled,
      (policy) => input(policy, `${config}.${field}`),
    );
}
