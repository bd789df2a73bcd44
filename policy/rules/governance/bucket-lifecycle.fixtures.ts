import type { StackFixtures } from "../../core/fixture";

const fix = "Add lifecycle rules for earlier versions and unfinished uploads.";
const s3 = "aws:s3/bucket:Bucket";
const gcs = "gcp:storage/bucket:Bucket";
const account = "azure-native:storage:StorageAccount";

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "with an end",
      resources: [
        { name: "files", type: s3, properties: { bucket: "files" } },
        {
          name: "rules",
          type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
          properties: { bucket: "files" },
        },
        { name: "inline", type: s3, properties: { lifecycleRules: [{ enabled: true }] } },
        { name: "objects", type: gcs, properties: { lifecycleRules: [{ action: { type: "Delete" } }] } },
        { name: "account", type: account, properties: { accountName: "shop", kind: "StorageV2" } },
        { name: "policy", type: "azure-native:storage:ManagementPolicy", properties: { accountName: "shop" } },
        { name: "shares", type: account, properties: { accountName: "shares", kind: "FileStorage" } },
      ],
      messages: {},
      harmless: { "account.kind": "Files have no lifecycle." },
    },
    {
      name: "an account of flow logs",
      resources: [
        { name: "logs", type: account, properties: { accountName: "logs" } },
        {
          name: "flow",
          type: "azure-native:network:FlowLog",
          properties: { storageId: "/accounts/logs" },
          uses: { storageId: "logs" },
        },
      ],
      messages: {},
    },
    {
      name: "for ever",
      resources: [
        { name: "files", type: s3, properties: { bucket: "files" } },
        { name: "objects", type: gcs, properties: {} },
        { name: "account", type: account, properties: { accountName: "shop" } },
      ],
      messages: {
        files: [`lifecycle is not there; required: a BucketLifecycleConfiguration of this bucket. ${fix}`],
        objects: [`lifecycleRules is not set; required: at least one. ${fix}`],
        account: [`lifecycle is not there; required: a ManagementPolicy of this account. ${fix}`],
      },
    },
  ],
};
