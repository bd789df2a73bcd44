/**
 * Regions of AWS in which a stack can be deployed: those that the SDK's `Region` lists, less what `awsRegionsWithout` tells; a test
 * compares the two.
 */
export const awsRegions: readonly string[] = [
  "af-south-1",
  "ap-east-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ca-central-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "me-central-1",
  "me-south-1",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
];

/** Regions of AWS that are not taken, with the reason. */
export const awsRegionsWithout: Readonly<Record<string, readonly string[]>> = {
  // ARNs have another beginning there, and CloudFront or its firewall is missing.
  "another partition": [
    "cn-north-1",
    "cn-northwest-1",
    "eu-isoe-west-1",
    "eusc-de-east-1",
    "us-gov-east-1",
    "us-gov-west-1",
    "us-iso-east-1",
    "us-iso-west-1",
    "us-isob-east-1",
    "us-isob-west-1",
    "us-isof-east-1",
    "us-isof-south-1",
  ],
  // No package has the authority that signs the database's certificate there: no container could trust the database.
  "no known authority of RDS": [
    "ap-east-2",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-west-1",
    "il-central-1",
    "mx-central-1",
  ],
};
