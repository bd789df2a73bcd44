import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const message =
  "bucket is without a block of public access; required: one. Add a BucketPublicAccessBlock of the bucket.";
const bucket: StackFixtureResource = { name: "data", type: "aws:s3/bucket:Bucket", properties: { bucket: "data-1" } };
const all = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

function block(bucketName: string): StackFixtureResource {
  return {
    name: "block",
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    properties: { bucket: bucketName, ...all },
  };
}

export const fixtures: StackFixtures = {
  stacks: [
    { name: "a block by the bucket's name", resources: [bucket, block("data-1")], messages: {} },
    {
      name: "a block by dependency",
      resources: [
        { ...bucket, type: "aws:s3/bucketV2:BucketV2", properties: {} },
        { ...block("made-later"), uses: { bucket: "data" } },
      ],
      messages: {},
    },
    {
      name: "a block of the account",
      resources: [
        bucket,
        { name: "account", type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", properties: all },
      ],
      messages: {},
    },
    { name: "no block", resources: [bucket], messages: { data: [message] } },
    { name: "a block of another bucket", resources: [bucket, block("another")], messages: { data: [message] } },
  ],
};
