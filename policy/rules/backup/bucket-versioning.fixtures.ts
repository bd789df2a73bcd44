import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix = "Switch versioning on, with a lifecycle that deletes old versions.";

const bucket: StackFixtureResource = { name: "data", type: "aws:s3/bucket:Bucket", properties: { bucket: "data" } };

function versioning(status: string, of = "data"): StackFixtureResource {
  return {
    name: "versioning",
    type: "aws:s3/bucketVersioning:BucketVersioning",
    properties: { bucket: of, versioningConfiguration: { status } },
  };
}

function cloudStorage(properties: object): StackFixtureResource {
  return { name: "data", type: "gcp:storage/bucket:Bucket", properties: { ...properties } };
}

function account(properties: object = {}): StackFixtureResource {
  return {
    name: "data",
    type: "azure-native:storage:StorageAccount",
    properties: { accountName: "shopdata", kind: "StorageV2", ...properties },
  };
}

function blobs(isVersioningEnabled: boolean): StackFixtureResource {
  return {
    name: "blobs",
    type: "azure-native:storage:BlobServiceProperties",
    properties: { accountName: "shopdata", isVersioningEnabled },
  };
}

const notOther = { "data.kind": "every kind but FileStorage has blobs" };

export const fixtures: StackFixtures = {
  stacks: [
    { name: "S3", resources: [bucket, versioning("Enabled")], messages: {} },
    {
      name: "S3 by a property of its own",
      resources: [{ ...bucket, properties: { versioning: { enabled: true } } }],
      messages: {},
    },
    { name: "Cloud Storage", resources: [cloudStorage({ versioning: { enabled: true } })], messages: {} },
    {
      name: "Cloud Storage that holds what it has",
      resources: [cloudStorage({ retentionPolicy: { retentionPeriod: "2592000" } })],
      messages: {},
    },
    { name: "blobs", resources: [account(), blobs(true)], messages: {}, harmless: notOther },
    { name: "directories", resources: [account({ isHnsEnabled: true })], messages: {} },
    {
      name: "files",
      resources: [account({ isHnsEnabled: false, kind: "FileStorage" })],
      messages: {},
      harmless: { "data.isHnsEnabled": "files have no versions either way" },
    },
    {
      name: "logs",
      resources: [
        account(),
        { name: "flows", type: "azure-native:network:FlowLog", properties: { storageId: "shopdata" } },
      ],
      messages: {},
      harmless: notOther,
    },
    {
      name: "S3 that says nothing",
      resources: [bucket],
      messages: { data: ["versioning.enabled is not set; required: true. Add a BucketVersioning of this bucket."] },
    },
    {
      name: "versions of another bucket",
      resources: [bucket, versioning("Enabled", "other")],
      messages: { data: ["versioning.enabled is not set; required: true. Add a BucketVersioning of this bucket."] },
    },
    {
      name: "suspended",
      resources: [bucket, versioning("Suspended")],
      messages: { data: [`versioningConfiguration.status is "Suspended"; required: "Enabled". ${fix}`] },
    },
    {
      name: "Cloud Storage without versions",
      resources: [cloudStorage({ versioning: { enabled: false } })],
      messages: { data: [`versioning.enabled is false; required: true. ${fix}`] },
    },
    {
      name: "blobs without versions",
      resources: [account(), blobs(false)],
      messages: { data: [`isVersioningEnabled is false; required: true. ${fix}`] },
    },
    {
      name: "an account that says nothing",
      resources: [account()],
      messages: {
        data: [
          "blobServices is not set: the account has no BlobServiceProperties; required: isVersioningEnabled. Add BlobServiceProperties of this account with isVersioningEnabled.",
        ],
      },
    },
  ],
};
