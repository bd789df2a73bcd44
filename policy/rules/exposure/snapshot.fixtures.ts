import type { ResourceFixtures } from "../../core/fixture";
import { namingGrants, openGrants } from "../../kinds/everyone.fixtures";
import { snapshotGrants } from "../../kinds/google-grants";

const fix = "Name the accounts that get it.";
const shared = [
  "aws:rds/snapshot:Snapshot",
  "aws:rds/snapshotCopy:SnapshotCopy",
  "aws:rds/clusterSnapshot:ClusterSnapshot",
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
];
const image = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
const block = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";

export const fixtures: ResourceFixtures = {
  passes: [
    ...shared.map((type) => ({
      name: "one account",
      type,
      properties: { sharedAccounts: ["111122223333"] },
      harmless: { sharedAccounts: "without accounts it is shared with nobody" },
    })),
    { name: "one account", type: image, properties: { imageId: "ami-1", accountId: "111122223333" } },
    { name: "everything blocked", type: block, properties: { state: "block-all-sharing" } },
    ...namingGrants(snapshotGrants, {}),
  ],
  fails: [
    ...shared.map((type) => ({
      name: "everybody",
      type,
      properties: { sharedAccounts: ["111122223333", "all"] },
      messages: [`sharedAccounts[1] is "all"; required: not "all" or "*". ${fix}`],
    })),
    {
      name: "everybody",
      type: image,
      properties: { imageId: "ami-1", group: "all" },
      messages: [`group is "all"; required: not "all". ${fix}`],
    },
    {
      name: "nothing blocked",
      type: block,
      properties: { state: "unblocked" },
      messages: [`state is "unblocked"; required: "block-all-sharing". ${fix}`],
    },
    ...openGrants(snapshotGrants, {}, fix),
  ],
};
