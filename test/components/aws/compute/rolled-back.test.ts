import assert from "node:assert/strict";
import { topologyOfStack } from "../../../parity/topologies";
import type { VariantRequest } from "../../../support/variants/request";
import { variantsOf } from "../../../support/variants/variants";

/** An update of a whole stack, whose services run this task definition; what was asked for where undefined. */
function updated(taskDefinition?: string) {
  const answers: VariantRequest["answers"] =
    taskDefinition === undefined ? {} : { "aws:ecs/service:Service": { taskDefinition } };
  const topologies = { all: topologyOfStack("small-aws-dev") };
  return variantsOf({ config: { "aws:region": "eu-west-1" }, topologies, answers, compared: [] });
}

describe("a rollout that ECS has taken back", function () {
  this.timeout(120_000);

  it("ends an update that is repeated", async () => {
    const before = "arn:aws:ecs:eu-west-1:123456789012:task-definition/small-dev-web:1";
    await assert.rejects(updated(before), (error) =>
      /service "web": ECS has gone back to \S+\/small-dev-web:1, as the rollout of \S+ has failed; allowed: a task /.test(
        String(error),
      ),
    );
  });

  it("is none where what was asked for runs", async () => {
    await updated();
  });
});
