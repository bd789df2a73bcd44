import type { StackFixtures } from "../../core/fixture";

const fix = "Add a BucketLogging to a bucket for logs, or logging.logBucket on Google Cloud.";
const s3 = "aws:s3/bucket:Bucket";
const logging = "aws:s3/bucketLogging:BucketLogging";
const gcs = "gcp:storage/bucket:Bucket";
const settings = { required: true };

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "where it is not asked for",
      resources: [
        { name: "files", type: s3, properties: {} },
        { name: "other", type: gcs, properties: {} },
      ],
      messages: {},
    },
    {
      name: "buckets that log, and the bucket of the logs",
      resources: [
        { name: "files", type: s3, properties: { bucket: "files" } },
        { name: "logs", type: s3, properties: { bucket: "logs" } },
        {
          name: "requests",
          type: logging,
          properties: { bucket: "files", targetBucket: "logs" },
          uses: { bucket: "files", targetBucket: "logs" },
        },
        { name: "old", type: s3, properties: { bucket: "old", logging: { targetBucket: "logs" } } },
        { name: "google", type: gcs, properties: { logging: { logBucket: "logs" } } },
      ],
      messages: {},
      settings,
    },
    {
      name: "buckets that do not",
      resources: [
        { name: "files", type: s3, properties: { bucket: "files" } },
        { name: "google", type: gcs, properties: {} },
      ],
      messages: {
        files: [`logging.targetBucket is not set; required: a value. ${fix}`],
        google: [`logging.logBucket is not set; required: a value. ${fix}`],
      },
      settings,
    },
  ],
};
