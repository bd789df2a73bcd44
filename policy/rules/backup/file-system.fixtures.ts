import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix = "Add a BackupPolicy with status ENABLED, or name the file system in a Selection of AWS Backup.";

const files: StackFixtureResource = { name: "files", type: "aws:efs/fileSystem:FileSystem", properties: {} };

function policy(status: string, of: StackFixtureResource): StackFixtureResource {
  return {
    name: "policy",
    type: "aws:efs/backupPolicy:BackupPolicy",
    properties: { fileSystemId: "fs-1", backupPolicy: { status } },
    uses: { fileSystemId: of.name },
  };
}

function selection(properties: object, uses?: Record<string, string>): StackFixtureResource {
  return { name: "selection", type: "aws:backup/selection:Selection", properties: { ...properties }, uses };
}

const fsx = [
  "windowsFileSystem:WindowsFileSystem",
  "openZfsFileSystem:OpenZfsFileSystem",
  "ontapFileSystem:OntapFileSystem",
];

/** Judged as production: 7 days. */
export const fixtures: StackFixtures = {
  stacks: [
    { name: "EFS", resources: [files, policy("ENABLED", files)], messages: {} },
    {
      name: "EFS in a plan",
      resources: [files, selection({ resources: ["arn:fs-1"] }, { resources: "files" })],
      messages: {},
    },
    {
      name: "EFS in a plan by its tags",
      resources: [files, selection({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "true" }] })],
      messages: {},
    },
    ...fsx.map((type) => ({
      name: type,
      resources: [{ name: "files", type: `aws:fsx/${type}`, properties: { automaticBackupRetentionDays: 7 } }],
      messages: {},
    })),
    {
      name: "EFS without backups",
      resources: [files, selection({ resources: ["arn:other"] })],
      messages: { files: [`backupPolicy is not set: no BackupPolicy names it; required: a BackupPolicy. ${fix}`] },
    },
    {
      name: "EFS with backups switched off",
      resources: [files, policy("DISABLED", files)],
      messages: { files: [`backupPolicy.status is "DISABLED"; required: "ENABLED". ${fix}`] },
    },
    ...fsx.map((type) => ({
      name: `${type} without backups`,
      resources: [{ name: "files", type: `aws:fsx/${type}`, properties: { automaticBackupRetentionDays: 0 } }],
      messages: {
        files: ["automaticBackupRetentionDays is 0; required: at least 7 days. Set automaticBackupRetentionDays."],
      },
    })),
  ],
};
