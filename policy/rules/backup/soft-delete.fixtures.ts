import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix = "Switch soft delete on, for at least that many days.";

const account: StackFixtureResource = {
  name: "data",
  type: "azure-native:storage:StorageAccount",
  properties: { accountName: "shopdata", kind: "StorageV2" },
};

function blobs(deleteRetentionPolicy?: object, containerDeleteRetentionPolicy?: object): StackFixtureResource {
  return {
    name: "blobs",
    type: "azure-native:storage:BlobServiceProperties",
    properties: { accountName: "shopdata", deleteRetentionPolicy, containerDeleteRetentionPolicy },
  };
}

function files(shareDeleteRetentionPolicy: object): StackFixtureResource {
  return {
    name: "files",
    type: "azure-native:storage:FileServiceProperties",
    properties: { accountName: "shopdata", shareDeleteRetentionPolicy },
  };
}

function vault(enableSoftDelete: boolean): StackFixtureResource {
  return { name: "vault", type: "azure-native:keyvault:Vault", properties: { properties: { enableSoftDelete } } };
}

function bucket(retentionDurationSeconds: number): StackFixtureResource {
  return {
    name: "bucket",
    type: "gcp:storage/bucket:Bucket",
    properties: { softDeletePolicy: { retentionDurationSeconds } },
  };
}

const week = { enabled: true, days: 7 };
const harmless = { "data.kind": "every kind but FileStorage has blobs" };

/** Judged as production: 7 days. */
export const fixtures: StackFixtures = {
  stacks: [
    { name: "blobs", resources: [account, blobs(week, week)], messages: {}, harmless },
    { name: "files alone", resources: [{ ...account, properties: { kind: "FileStorage" } }], messages: {} },
    {
      name: "logs",
      resources: [
        account,
        {
          name: "logs",
          type: "azure-native:monitor:DiagnosticSetting",
          properties: { storageAccountId: "shopdata" },
        },
      ],
      messages: {},
      harmless,
    },
    { name: "files", resources: [files(week)], messages: {} },
    { name: "a vault", resources: [vault(true)], messages: {} },
    { name: "Cloud Storage", resources: [bucket(604_800)], messages: {} },
    {
      name: "an account that says nothing",
      resources: [account],
      messages: {
        data: [
          `blobServices is not set: the account has no BlobServiceProperties; required: deleteRetentionPolicy and containerDeleteRetentionPolicy. ${fix}`,
        ],
      },
    },
    {
      name: "blobs for a day, containers not at all",
      resources: [account, blobs({ enabled: true, days: 1 })],
      messages: {
        data: [
          `deleteRetentionPolicy.days is 1; required: at least 7 days. ${fix}`,
          `containerDeleteRetentionPolicy.enabled is not set; required: true. ${fix}`,
        ],
      },
    },
    {
      name: "no shares",
      resources: [files({ enabled: false })],
      messages: { files: [`shareDeleteRetentionPolicy.enabled is false; required: true. ${fix}`] },
    },
    {
      name: "a vault that forgets",
      resources: [vault(false)],
      messages: { vault: [`properties.enableSoftDelete is false; required: true. ${fix}`] },
    },
    {
      name: "Cloud Storage that forgets",
      resources: [bucket(0)],
      messages: {
        bucket: [`softDeletePolicy.retentionDurationSeconds is 0; required: at least 604800 seconds. ${fix}`],
      },
    },
  ],
};
