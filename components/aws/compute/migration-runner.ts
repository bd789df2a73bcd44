/**
 * The function that runs a migration task and waits for its end, as the text of an ES module. Lambda's Node.js runtimes
 * bring the AWS SDK. It fails, and with it the deployment, where the task can't start, exits with another code than 0,
 * or takes too long; a task that takes too long is stopped.
 */
export const migrationRunner = `import { DescribeTasksCommand, ECSClient, RunTaskCommand, StopTaskCommand } from "@aws-sdk/client-ecs";

const ecs = new ECSClient({});
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

export async function handler(event) {
  let failure;
  for (let attempt = 1; attempt <= event.attempts; attempt++) {
    failure = await runOnce(event);
    if (failure === undefined) return { migrated: true, attempt };
  }
  throw new Error(failure);
}

async function runOnce({ cluster, taskDefinition, subnets, securityGroups, timeoutSeconds }) {
  const awsvpcConfiguration = { subnets, securityGroups, assignPublicIp: "DISABLED" };
  const started = await ecs.send(
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
  if (task === undefined) return "the migration did not start: " + (started.failures?.[0]?.reason ?? "no reason given");
  for (const end = Date.now() + timeoutSeconds * 1000; Date.now() < end; await pause(3)) {
    const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [task] }));
    const state = tasks?.[0];
    if (state?.lastStatus !== "STOPPED") continue;
    const code = state.containers?.[0]?.exitCode;
    return code === 0 ? undefined : "the migration ended with " + (code ?? "no exit code") + ": " + (state.stoppedReason ?? "");
  }
  await ecs.send(new StopTaskCommand({ cluster, task, reason: "the migration took too long" }));
  return "the migration took longer than " + timeoutSeconds + " s and was stopped";
}
`;
