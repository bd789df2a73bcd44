import type * as aws from "@pulumi/aws";
import { isAtLeast, isOneOf, must, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";

const fsx = "Set automaticBackupRetentionDays.";
const policyType = "aws:efs/backupPolicy:BackupPolicy";
const selectionType = "aws:backup/selection:Selection";

const minimumDays = countSetting("minimumDays", "Days that a backup of FSx is kept at least.", {
  dev: 1,
  staging: 7,
  prod: 7,
});

/**
 * File systems are backed up. Filestore has no backups at regular times of its own, and Azure Files' belong to a vault that
 * may be anywhere.
 */
export const rule: Rule = {
  id: "backup-file-system",
  title: "File systems are backed up.",
  severity: "medium",
  frameworks: {
    "PCI DSS 4.0": ["10.3.3"],
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
  },
  why: "Files that are deleted or encrypted by an attacker are gone: a shared file system has no versions.",
  fix: "Add a BackupPolicy with status ENABLED, or name the file system in a Selection of AWS Backup.",
  source: "https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html",
  breaksBy: {
    "aws:efs/fileSystem:FileSystem": [],
    "aws:fsx/windowsFileSystem:WindowsFileSystem": ["automaticBackupRetentionDays"],
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": ["automaticBackupRetentionDays"],
    "aws:fsx/ontapFileSystem:OntapFileSystem": ["automaticBackupRetentionDays"],
    "aws:efs/backupPolicy:BackupPolicy": ["backupPolicy.status", "fileSystemId"],
    "aws:backup/selection:Selection": ["resources", "selectionTags"],
  },
  settings: [minimumDays],
  companions: [policyType, selectionType],
  checks: {
    "aws:efs/fileSystem:FileSystem": check<aws.efs.FileSystemArgs>((_, context) => {
      // A selection by tags may choose any.
      const chosen = context
        .all<aws.backup.SelectionArgs>(selectionType)
        .some(({ properties }) => properties.at("selectionTags").isSet || !properties.at("selectionTags").known);
      const named = context.companions<aws.backup.SelectionArgs>(selectionType, "resources");
      if (chosen || named.length > 0) return [];
      const policies = context.companions<aws.efs.BackupPolicyArgs>(policyType, "fileSystemId");
      if (policies.length === 0) {
        return [{ path: "backupPolicy", found: "not set: no BackupPolicy names it", required: "a BackupPolicy" }];
      }
      return mustOne(
        policies.map(({ properties }) => properties.at("backupPolicy").at("status")),
        isOneOf(["ENABLED"]),
      );
    }),
    "aws:fsx/windowsFileSystem:WindowsFileSystem": check<aws.fsx.WindowsFileSystemArgs>((system, context) => {
      const days = system.at("automaticBackupRetentionDays");
      // 7 days where nothing is said.
      return !days.isSet && context.get(minimumDays) <= 7
        ? []
        : must(days, isAtLeast(context.get(minimumDays), "days"), fsx);
    }),
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": check<aws.fsx.OpenZfsFileSystemArgs>((system, context) =>
      must(system.at("automaticBackupRetentionDays"), isAtLeast(context.get(minimumDays), "days"), fsx),
    ),
    "aws:fsx/ontapFileSystem:OntapFileSystem": check<aws.fsx.OntapFileSystemArgs>((system, context) =>
      must(system.at("automaticBackupRetentionDays"), isAtLeast(context.get(minimumDays), "days"), fsx),
    ),
  },
};
