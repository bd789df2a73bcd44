import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { cronWorkflow } from "../../../../components/aws/compute/cron-workflow";

function textOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}

async function workflow(retries: number) {
  const text = await textOf(
    cronWorkflow({
      job: { name: "vacuum", timeoutSeconds: 3600, retries },
      cluster: "cluster",
      taskDefinition: "vacuum:3",
      subnets: ["subnet-1"],
      securityGroups: ["sg-1"],
    }),
  );
  return JSON.parse(text) as {
    StartAt: string;
    States: Record<
      string,
      {
        Type: string;
        Branches: { StartAt: string; States: Record<string, unknown> }[];
        Retry: unknown[];
        Catch: unknown[];
      }
    >;
  };
}

describe("aws cron workflow", () => {
  it("runs the task in the private network and waits for its end", async () => {
    const { States } = await workflow(0);
    assert.deepEqual(States.Attempt?.Branches[0]?.States.Run, {
      Type: "Task",
      Resource: "arn:aws:states:::ecs:runTask.sync",
      Parameters: {
        Cluster: "cluster",
        TaskDefinition: "vacuum:3",
        LaunchType: "FARGATE",
        EnableECSManagedTags: true,
        PropagateTags: "TASK_DEFINITION",
        NetworkConfiguration: {
          AwsvpcConfiguration: { Subnets: ["subnet-1"], SecurityGroups: ["sg-1"], AssignPublicIp: "DISABLED" },
        },
      },
      Next: "Finished",
    });
  });

  it("a clock beside it ends in an error, which stops the task", async () => {
    const { States } = await workflow(0);
    assert.deepEqual(States.Attempt?.Branches[1]?.States, {
      Wait: { Type: "Wait", Seconds: 3600, Next: "TookTooLong" },
      TookTooLong: { Type: "Fail", Error: "TookTooLong", Cause: "vacuum took longer than 3600 s and was stopped" },
    });
  });

  it("a task that has ended well is a success, and is not tried again", async () => {
    const { States } = await workflow(2);
    assert.deepEqual(States.Attempt?.Branches[0]?.States.Finished, { Type: "Fail", Error: "Finished" });
    assert.deepEqual(States.Attempt?.Catch, [{ ErrorEquals: ["Finished"], Next: "Done" }]);
    assert.deepEqual(States.Attempt?.Retry, [
      { ErrorEquals: ["Finished"], MaxAttempts: 0 },
      { ErrorEquals: ["States.ALL"], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 2 },
    ]);
    assert.equal(States.Done?.Type, "Succeed");
  });
});
