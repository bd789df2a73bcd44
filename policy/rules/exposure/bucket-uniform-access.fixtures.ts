import type { ResourceFixtures } from "../../core/fixture";

const fix = "Switch ACLs off, and grant by IAM and by the bucket's policy.";
const gcs = "gcp:storage/bucket:Bucket";
const controls = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "uniform", type: gcs, properties: { uniformBucketLevelAccess: true } },
    { name: "no ACLs", type: controls, properties: { rule: { objectOwnership: "BucketOwnerEnforced" } } },
  ],
  fails: [
    {
      name: "nothing said",
      type: gcs,
      properties: { location: "EU" },
      messages: [`uniformBucketLevelAccess is not set; required: true. ${fix}`],
    },
    {
      name: "ACLs",
      type: controls,
      properties: { rule: { objectOwnership: "ObjectWriter" } },
      messages: [`rule.objectOwnership is "ObjectWriter"; required: "BucketOwnerEnforced". ${fix}`],
    },
  ],
};
