import type { ResourceFixtures } from "../../core/fixture";

const fix = "Block it, and have a CDN read what is meant for the public.";
const blocks = [
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
];
const point = "aws:s3/accessPoint:AccessPoint";
const gcs = "gcp:storage/bucket:Bucket";
const account = "azure-native:storage:StorageAccount";
const container = "azure-native:storage:BlobContainer";
const blocked = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

export const fixtures: ResourceFixtures = {
  passes: [
    ...blocks.map((type) => ({ name: "all four", type, properties: blocked })),
    { name: "all four", type: point, properties: { publicAccessBlockConfiguration: blocked } },
    { name: "nothing said", type: point, properties: { bucket: "data" } },
    { name: "enforced", type: gcs, properties: { publicAccessPrevention: "enforced" } },
    { name: "refused", type: account, properties: { allowBlobPublicAccess: false } },
    { name: "nothing said", type: account, properties: { kind: "StorageV2" } },
    { name: "private", type: container, properties: { publicAccess: "None" } },
    { name: "nothing said", type: container, properties: { containerName: "data" } },
  ],
  fails: [
    ...blocks.map((type) => ({
      name: "half of it",
      type,
      properties: { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: false },
      messages: [
        `blockPublicPolicy is false; required: true. ${fix}`,
        `restrictPublicBuckets is not set; required: true. ${fix}`,
      ],
    })),
    {
      name: "one way left open",
      type: point,
      properties: { publicAccessBlockConfiguration: { ...blocked, restrictPublicBuckets: false } },
      messages: [`publicAccessBlockConfiguration.restrictPublicBuckets is false; required: true. ${fix}`],
    },
    {
      name: "left to the organization",
      type: gcs,
      properties: { publicAccessPrevention: "inherited" },
      messages: [`publicAccessPrevention is "inherited"; required: "enforced". ${fix}`],
    },
    {
      name: "nothing said",
      type: gcs,
      properties: { location: "EU" },
      messages: [`publicAccessPrevention is not set; required: "enforced". ${fix}`],
    },
    {
      name: "allowed",
      type: account,
      properties: { allowBlobPublicAccess: true },
      messages: [`allowBlobPublicAccess is true; required: false. ${fix}`],
    },
    {
      name: "public",
      type: container,
      properties: { publicAccess: "Blob" },
      messages: [`publicAccess is "Blob"; required: "None". ${fix}`],
    },
  ],
};
