/**
 * The function that runs a migration task and waits for its end, as the text of an ES module. Lambda's Node.js runtimes
 * include the AWS SDK. The function fails, and with it the deployment, if the task can't start, exits with another code than
 * 0, or takes too long; a task that takes too long is stopped. Two migrations never run at once: if the function is called
 * twice (the caller did not get the answer), the second call waits for the first one's task, and a task that an earlier call
 * left running ends first. Rights that are seconds old are sometimes refused (IAM User Guide, "Changes that I make are not
 * always immediately visible"): a call that is refused for a missing right is retried for a minute.
 */
export const migrationRunner = `import { DescribeTasksCommand, ECSClient, ListTasksCommand, RunTaskCommand, StopTaskCommand } from "@aws-sdk/client-ecs";

const ecs = new ECSClient({});
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const isFresh = ({ name, message }) =>
  name === "AccessDeniedException" || (name === "ClientException" && message.includes("unable to assume"));

let rightsUntil = 0;
async function ask(command) {
  for (;;) {
    try {
      return await ecs.send(command);
    } catch (error) {
      if (!isFresh(error) || Date.now() >= rightsUntil) throw error;
      await pause(3);
    }
  }
}

export async function handler(event) {
  rightsUntil = Date.now() + 60000;
  let failure;
  for (let attempt = 1; attempt <= event.attempts; attempt++) {
    failure = await runOnce(event, attempt < event.attempts);
    if (failure === undefined) return { migrated: true, attempt };
  }
  throw new Error(failure);
}

async function runOnce(event, again) {
  const { cluster, timeoutSeconds } = event;
  const end = Date.now() + timeoutSeconds * 1000;
  const { task, problem } = await taskOf(event, end);
  if (task === undefined) return problem;
  const state = await stoppedState(cluster, task, end);
  if (state !== undefined) {
    const code = state.containers?.find(({ name }) => name === event.container)?.exitCode;
    return code === 0 ? undefined : "the migration ended with " + (code ?? "no exit code") + ": " + (state.stoppedReason ?? "");
  }
  await ask(new StopTaskCommand({ cluster, task, reason: "the migration took too long" }));
  if (again) await stoppedState(cluster, task, Date.now() + 150000);
  return "the migration took longer than " + timeoutSeconds + " s and was stopped";
}

async function taskOf(event, end) {
  const { cluster, taskDefinition } = event;
  const family = taskDefinition.split("/").pop().split(":")[0];
  for (; Date.now() < end; await pause(3)) {
    const { taskArns } = await ask(new ListTasksCommand({ cluster, family, desiredStatus: "RUNNING" }));
    if (!taskArns?.length) return start(event);
    const { tasks } = await ask(new DescribeTasksCommand({ cluster, tasks: taskArns }));
    const same = tasks?.find(({ taskDefinitionArn }) => taskDefinitionArn === taskDefinition);
    if (same !== undefined) return { task: same.taskArn };
  }
  return { problem: "another migration was still running after " + event.timeoutSeconds + " s" };
}

async function start({ cluster, taskDefinition, subnets, securityGroups }) {
  const awsvpcConfiguration = { subnets, securityGroups, assignPublicIp: "DISABLED" };
  const started = await ask(
    new RunTaskCommand({
      cluster,
      taskDefinition,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration },
      enableECSManagedTags: true,
      propagateTags: "TASK_DEFINITION",
    }),
  );
  const task = started.tasks?.[0]?.taskArn;
  if (task !== undefined) return { task };
  return { problem: "the migration did not start: " + (started.failures?.[0]?.reason ?? "no reason given") };
}

async function stoppedState(cluster, task, end) {
  for (; Date.now() < end; await pause(3)) {
    const { tasks } = await ask(new DescribeTasksCommand({ cluster, tasks: [task] }));
    if (tasks?.[0]?.lastStatus === "STOPPED") return tasks[0];
  }
  return undefined;
}
`;
