import assert from "node:assert/strict";
import { isWireObject } from "../../../preview/model/wire";
import { resourcesOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

describe("functions of the clouds", () => {
  const answers: [output: string, value: unknown][] = [
    ["account", "123456789012"],
    ["region", "eu-west-1"],
    ["otherRegion", "sa-east-1"],
    ["explicitRegion", "us-west-2"],
    ["explicitZones", ["us-west-2a", "us-west-2b", "us-west-2c"]],
    ["partition", "aws"],
    ["zones", ["eu-west-1a", "eu-west-1b", "eu-west-1c"]],
    ["parameter", "simulated"],
    ["project", "simulated"],
    ["gcpZones", ["us-central1-a", "us-central1-b", "us-central1-c"]],
    ["subscription", "00000000-0000-0000-0000-000000000000"],
    [
      "document",
      {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "One",
            Effect: "Allow",
            Action: "s3:GetObject",
            Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
            Principal: { Service: "ec2.amazonaws.com" },
            Condition: { Bool: { "aws:SecureTransport": "true" } },
          },
          { Effect: "Deny", NotAction: "s3:*", Resource: "*", Principal: "*" },
        ],
      },
    ],
  ];
  for (const [output, value] of answers) {
    it(output, async () => assert.deepEqual((await programPlan("invokes")).stackOutputs[output], value));
  }

  it("ids are well-formed", async () => {
    const { image, zone } = (await programPlan("invokes")).stackOutputs;
    assert.match(String(image), /^ami-[0-9a-f]{17}$/);
    assert.match(String(zone), /^Z[0-9A-F]{13}$/);
  });

  it("one that nobody wrote by hand is answered by its declarations, with the arguments as they were", async () => {
    const { bucket } = (await programPlan("invokes")).stackOutputs;
    assert.ok(isWireObject(bucket));
    assert.equal(bucket.bucket, "others");
    assert.equal(bucket.region, "eu-west-1");
    assert.match(String(bucket.arn), /^arn:aws:s3:::/);
  });

  it("a program computes with the answers", async () => {
    const subnets = resourcesOf(await programPlan("invokes"), "aws:ec2/subnet:Subnet");
    assert.deepEqual(
      subnets.map(({ name, inputs }) => [name, inputs.availabilityZone, inputs.cidrBlock]),
      [
        ["eu-west-1a", "eu-west-1a", "10.0.0.0/24"],
        ["eu-west-1b", "eu-west-1b", "10.0.1.0/24"],
        ["eu-west-1c", "eu-west-1c", "10.0.2.0/24"],
      ],
    );
  });

  it("an unknown argument makes the answer unknown", async () => {
    const { stackOutputs } = await programPlan("options", { unknowns: true });
    assert.equal(stackOutputs.policy, "[unknown]");
  });
});
