import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Set sseAlgorithm to "aws:kms" with a kmsMasterKeyId, or to "AES256" where a service can\'t use a key.';
const required = "one of aws:kms, aws:kms:dsse, AES256";
const bucket = "aws:s3/bucket:Bucket";
const bucketV2 = "aws:s3/bucketV2:BucketV2";
const companion = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const companionV2 = "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
const by = (sseAlgorithm?: string) => ({ applyServerSideEncryptionByDefault: { sseAlgorithm } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a bucket that leaves it to S3", type: bucket, properties: {} },
    {
      name: "a bucket with a key",
      type: bucketV2,
      properties: { serverSideEncryptionConfiguration: { rule: by("aws:kms") } },
    },
    { name: "a configuration", type: companion, properties: { rules: [by("AES256")] } },
    { name: "a configuration of the old name", type: companionV2, properties: { rules: [by("aws:kms:dsse")] } },
  ],
  fails: [
    {
      name: "an algorithm that there is not",
      type: bucket,
      properties: { serverSideEncryptionConfiguration: { rule: by("none") } },
      messages: [
        `serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm is "none"; required: ${required}. ${fix}`,
      ],
    },
    {
      name: "a bucket of the old name",
      type: bucketV2,
      properties: { serverSideEncryptionConfiguration: { rule: {} } },
      messages: [
        `serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm is not set; required: ${required}. ${fix}`,
      ],
    },
    {
      name: "a configuration without an algorithm",
      type: companion,
      properties: { rules: [by("AES256"), {}] },
      messages: [`rules[1].applyServerSideEncryptionByDefault.sseAlgorithm is not set; required: ${required}. ${fix}`],
    },
    {
      name: "a configuration of the old name",
      type: companionV2,
      properties: { rules: [by("aes256")] },
      messages: [`rules[0].applyServerSideEncryptionByDefault.sseAlgorithm is "aes256"; required: ${required}. ${fix}`],
    },
  ],
};
