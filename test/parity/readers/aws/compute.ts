import type { PlanResource } from "../../../../preview/model/plan";
import { atLeast, type Reader, type Readings, type Values } from "../../fact";
import type { workloadFacts } from "../../facts/compute";
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
  "compute: paths that may be written": ofContainers(({ linuxParameters }) =>
    list(fields(linuxParameters).tmpfs)
      .map(fields)
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

type Fields = Readonly<Record<string, unknown>>;

function ofTasks(value: (task: PlanResource) => unknown): Reader {
  return (native) =>
    native.each("aws:ecs/taskDefinition:TaskDefinition", (task) => textOf(container(task).name), value);
}

function container(task: PlanResource): Fields {
  return fields(list(json(text(task, "containerDefinitions")))[0]);
}

/** One value for each container. */
export function ofContainers(value: (container: Fields) => unknown): Reader {
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
  const secret = native
    .all("aws:secretsmanager/secret:Secret")
    .find(({ outputs }) => textOf(arn).startsWith(`${textOf(outputs.arn)}:::`));
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
