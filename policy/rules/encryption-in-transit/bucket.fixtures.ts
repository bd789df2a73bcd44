import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const mend =
  'Add a BucketPolicy with {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}.';
const required = "a statement that denies s3:* where aws:SecureTransport is false";
const denial = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const bucket: StackFixtureResource = { name: "data", type: "aws:s3/bucket:Bucket", properties: { bucket: "data-1" } };

function policy(statement: unknown, bucketName = "data-1"): StackFixtureResource {
  return {
    name: "policy",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    properties: { bucket: bucketName, policy: JSON.stringify({ Version: "2012-10-17", Statement: statement }) },
  };
}

export const fixtures: StackFixtures = {
  stacks: [
    { name: "a policy by the bucket's name", resources: [bucket, policy([denial])], messages: {} },
    {
      name: "a policy by dependency",
      resources: [
        { ...bucket, properties: {} },
        { ...policy(denial, "made-later"), uses: { bucket: "data" } },
      ],
      messages: {},
    },
    {
      name: "a policy of its own",
      resources: [
        {
          name: "old",
          type: "aws:s3/bucketV2:BucketV2",
          properties: { policy: JSON.stringify({ Statement: [{ ...denial, Action: ["s3:*"] }] }) },
        },
      ],
      messages: {},
    },
    {
      name: "no policy",
      resources: [bucket],
      messages: { data: [`policy is not set: the bucket has no policy; required: ${required}. ${mend}`] },
    },
    {
      name: "a policy of another bucket",
      resources: [bucket, policy([denial], "another")],
      messages: { data: [`policy is not set: the bucket has no policy; required: ${required}. ${mend}`] },
    },
    {
      name: "a policy that denies only reading",
      resources: [bucket, policy([{ ...denial, Action: "s3:GetObject" }])],
      messages: { data: [`policy is without such a statement; required: ${required}. ${mend}`] },
    },
    {
      name: "a policy that allows",
      resources: [bucket, policy([{ ...denial, Effect: "Allow" }])],
      messages: { data: [`policy is without such a statement; required: ${required}. ${mend}`] },
    },
  ],
};
