import assert from "node:assert/strict";
import { migrationRunner } from "../../../../components/aws/compute/migration-runner";

interface Call {
  name: string;
  input: Record<string, unknown>;
}

interface TaskState {
  lastStatus: string;
  stoppedReason?: string;
  containers?: { name: string; exitCode?: number }[];
}

/** A task that is running when the function is called. */
interface Running {
  taskArn: string;
  taskDefinitionArn: string;
}

/** An error of ECS in the place of the next answer to a call. */
interface Refusal {
  of: string;
  error: { name: string; message: string };
}

const event = {
  cluster: "cluster",
  taskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop-prod-migrate:7",
  container: "migrate",
  subnets: ["subnet-1"],
  securityGroups: ["sg-1"],
  timeoutSeconds: 60,
  attempts: 1,
};

/** Runs the function's text against an ECS that answers from a list of states, on a clock that only pauses move. */
async function runWith(
  states: TaskState[],
  given: Partial<typeof event> = {},
  failures: { reason: string }[] = [],
  running: Running[][] = [],
  refusals: Refusal[] = [],
) {
  const calls: Call[] = [];
  let now = 0;
  let started = 0;
  const command = (name: string) =>
    class {
      readonly call: Call;
      constructor(input: Record<string, unknown>) {
        this.call = { name, input };
      }
    };
  class Client {
    async send({ call }: { call: Call }) {
      calls.push(call);
      const refused = refusals.findIndex(({ of }) => of === call.name);
      if (refused >= 0) throw Object.assign(new Error(), refusals.splice(refused, 1)[0]?.error);
      if (call.name === "ListTasks") return { taskArns: (running[0] ?? []).map(({ taskArn }) => taskArn) };
      const described = call.input.tasks as string[] | undefined;
      if (call.name === "DescribeTasks" && described?.some((arn) => arn.startsWith("earlier-"))) {
        if (described[0] !== "earlier-same" || calls.at(-2)?.name === "ListTasks") return { tasks: running.shift() };
      }
      if (call.name === "RunTask")
        return failures.length > 0 ? { tasks: [], failures } : { tasks: [{ taskArn: `task-${++started}` }] };
      return { tasks: [states.length > 1 ? states.shift() : states[0]] };
    }
  }
  const code = migrationRunner
    .replace(/^import [^;]+;/, "")
    .replace("export async function handler", "async function handler");
  const load = new Function(
    "ECSClient",
    "ListTasksCommand",
    "RunTaskCommand",
    "DescribeTasksCommand",
    "StopTaskCommand",
    "setTimeout",
    "Date",
    `${code}; return handler;`,
  );
  const handler: (input: typeof event) => Promise<unknown> = load(
    Client,
    command("ListTasks"),
    command("RunTask"),
    command("DescribeTasks"),
    command("StopTask"),
    (next: () => void, milliseconds: number) => {
      now += milliseconds;
      queueMicrotask(next);
    },
    { now: () => now },
  );
  const outcome = await handler({ ...event, ...given }).catch((error: Error) => error.message);
  return { outcome, calls };
}

const stopped = (exitCode?: number): TaskState => ({
  lastStatus: "STOPPED",
  stoppedReason: "Essential container in task exited",
  containers: [
    { name: "ca-bundle", exitCode: 0 },
    { name: "migrate", exitCode },
  ],
});

describe("aws migration runner", () => {
  it("runs the task in the private network and waits until it has stopped", async () => {
    const { outcome, calls } = await runWith([{ lastStatus: "PENDING" }, { lastStatus: "RUNNING" }, stopped(0)]);
    assert.deepEqual(outcome, { migrated: true, attempt: 1 });
    assert.deepEqual(
      calls.map(({ name }) => name),
      ["ListTasks", "RunTask", "DescribeTasks", "DescribeTasks", "DescribeTasks"],
    );
    assert.deepEqual(calls[0]?.input, { cluster: "cluster", family: "shop-prod-migrate", desiredStatus: "RUNNING" });
    assert.deepEqual(calls[1]?.input, {
      cluster: "cluster",
      taskDefinition: event.taskDefinition,
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: "DISABLED" },
      },
      enableECSManagedTags: true,
      propagateTags: "TASK_DEFINITION",
    });
  });

  it("fails where the task exits with another code than 0", async () => {
    const { outcome } = await runWith([stopped(3)]);
    assert.equal(outcome, "the migration ended with 3: Essential container in task exited");
  });

  it("fails where the container never ran", async () => {
    const { outcome } = await runWith([
      { lastStatus: "STOPPED", stoppedReason: "CannotPullContainerError", containers: [{ name: "migrate" }] },
    ]);
    assert.equal(outcome, "the migration ended with no exit code: CannotPullContainerError");
  });

  it("fails where the task can't start", async () => {
    const { outcome } = await runWith([], {}, [{ reason: "RESOURCE:MEMORY" }]);
    assert.equal(outcome, "the migration did not start: RESOURCE:MEMORY");
  });

  it("stops a task that takes too long", async () => {
    const { outcome, calls } = await runWith([{ lastStatus: "RUNNING" }]);
    assert.equal(outcome, "the migration took longer than 60 s and was stopped");
    assert.deepEqual(calls.at(-1), {
      name: "StopTask",
      input: { cluster: "cluster", task: "task-1", reason: "the migration took too long" },
    });
  });

  it("waits until what it stopped has stopped before it tries again", async () => {
    const { calls } = await runWith([{ lastStatus: "RUNNING" }], { attempts: 2 });
    const names = calls.map(({ name }) => name);
    const stop = names.indexOf("StopTask");
    assert.equal(names[stop + 1], "DescribeTasks");
    assert.equal(names.filter((name) => name === "RunTask").length, 2);
  });

  it("called twice, waits for the task of the first call", async () => {
    const same = { taskArn: "earlier-same", taskDefinitionArn: event.taskDefinition };
    const { outcome, calls } = await runWith([stopped(0)], {}, [], [[same]]);
    assert.deepEqual(outcome, { migrated: true, attempt: 1 });
    assert.ok(!calls.some(({ name }) => name === "RunTask"));
  });

  it("lets the task of an earlier version end first", async () => {
    const older = { taskArn: "earlier-6", taskDefinitionArn: "arn:aws:ecs:…:task-definition/shop-prod-migrate:6" };
    const { outcome, calls } = await runWith([stopped(0)], {}, [], [[older], [older]]);
    assert.deepEqual(outcome, { migrated: true, attempt: 1 });
    assert.deepEqual(
      calls.map(({ name }) => name),
      ["ListTasks", "DescribeTasks", "ListTasks", "DescribeTasks", "ListTasks", "RunTask", "DescribeTasks"],
    );
  });

  it("does not wait for ever for an earlier version", async () => {
    const older = { taskArn: "earlier-6", taskDefinitionArn: "arn:aws:ecs:…:task-definition/shop-prod-migrate:6" };
    const { outcome, calls } = await runWith([], {}, [], Array(100).fill([older]));
    assert.equal(outcome, "another migration was still running after 60 s");
    assert.ok(!calls.some(({ name }) => name === "RunTask"));
  });

  const denied = { name: "AccessDeniedException", message: "is not authorized to perform: ecs:ListTasks" };
  const unassumed = { name: "ClientException", message: "ECS was unable to assume the role that was provided" };

  it("asks again where a right is too young to be known", async () => {
    const { outcome, calls } = await runWith(
      [stopped(0)],
      {},
      [],
      [],
      [
        { of: "ListTasks", error: denied },
        { of: "RunTask", error: unassumed },
        { of: "RunTask", error: unassumed },
        { of: "DescribeTasks", error: denied },
      ],
    );
    assert.deepEqual(outcome, { migrated: true, attempt: 1 });
    assert.deepEqual(
      calls.map(({ name }) => name),
      ["ListTasks", "ListTasks", "RunTask", "RunTask", "RunTask", "DescribeTasks", "DescribeTasks"],
    );
  });

  it("tells after a minute that a right is missing", async () => {
    const refusals = Array.from({ length: 100 }, () => ({ of: "ListTasks", error: denied }));
    const { outcome, calls } = await runWith([], {}, [], [], refusals);
    assert.equal(outcome, denied.message);
    // At once, and every three seconds until the sixtieth.
    assert.equal(calls.length, 21);
  });

  it("tells any other refusal at once", async () => {
    const error = { name: "ClientException", message: "TaskDefinition is inactive" };
    const { outcome, calls } = await runWith([], {}, [], [], [{ of: "RunTask", error }]);
    assert.equal(outcome, error.message);
    assert.equal(calls.length, 2);
  });

  it("tries again as often as asked for", async () => {
    const { outcome, calls } = await runWith([stopped(1), stopped(0)], { attempts: 2 });
    assert.deepEqual(outcome, { migrated: true, attempt: 2 });
    assert.equal(calls.filter(({ name }) => name === "RunTask").length, 2);
  });
});
