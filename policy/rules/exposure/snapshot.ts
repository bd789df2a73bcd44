import type * as aws from "@pulumi/aws";
import { type Finding, isNoneOf, isOneOf, must, mustIfSet } from "../../core/finding";
import { alike, type Check, check, type Rule } from "../../core/rule";
import { membersOf } from "../../kinds/breaks";
import { ofGrants } from "../../kinds/everyone";
import { snapshotGrants } from "../../kinds/google-grants";

/** RDS' word for every account of the world is `all`. */
const shared: Check = check<aws.rds.SnapshotArgs>((snapshot): Finding[] =>
  snapshot
    .at("sharedAccounts")
    .items()
    .flatMap((account) => must(account, isNoneOf(["all", "*"]))),
);

/** Snapshots and images are shared with accounts by their names. Azure shares none with everybody. */
export const rule: Rule = {
  id: "exposure-snapshot",
  title: "Snapshots and images are not shared with everybody.",
  severity: "critical",
  frameworks: {
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1", "CC6.6"],
  },
  why: "A public snapshot is the whole database or disk, and anybody can start a copy of it in his own account.",
  fix: "Name the accounts that get it.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
  breaksBy: {
    ...alike(
      [
        "aws:rds/snapshot:Snapshot",
        "aws:rds/snapshotCopy:SnapshotCopy",
        "aws:rds/clusterSnapshot:ClusterSnapshot",
        "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
      ],
      ["sharedAccounts"],
    ),
    "aws:ec2/amiLaunchPermission:AmiLaunchPermission": ["group"],
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": ["state"],
    ...membersOf(snapshotGrants),
  },
  checks: {
    "aws:rds/snapshot:Snapshot": shared,
    "aws:rds/snapshotCopy:SnapshotCopy": shared,
    "aws:rds/clusterSnapshot:ClusterSnapshot": shared,
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": shared,
    "aws:ec2/amiLaunchPermission:AmiLaunchPermission": check<aws.ec2.AmiLaunchPermissionArgs>((permission) =>
      mustIfSet(permission.at("group"), isNoneOf(["all"])),
    ),
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": check<aws.ebs.SnapshotBlockPublicAccessArgs>(
      (block) => must(block.at("state"), isOneOf(["block-all-sharing"])),
    ),
    ...ofGrants(snapshotGrants),
  },
};
