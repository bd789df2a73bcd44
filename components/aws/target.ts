import type { Target } from "../contract";
import { buildTopology } from "../shared/build";
import { awsCapabilities } from "./capabilities";
import { awsImageProblems } from "./image-problems";
import { awsProblems } from "./problems";
import { awsRegions } from "./regions";

/** All that is known of AWS without its SDK. */
export const awsTarget = {
  title: "AWS",
  regions: awsRegions,
  providerConfig: { "aws:region": "region" },
  dnsZone: "named",
  ownSecretStore: false,
  concepts: {
    registry: { service: "ECR", options: awsCapabilities },
    network: { service: "VPC", options: awsCapabilities },
    secrets: { service: "Secrets Manager", options: awsCapabilities },
    images: { service: "ECS execution roles", options: awsCapabilities },
    postgres: { service: "RDS for PostgreSQL", options: awsCapabilities },
    redis: { service: "ElastiCache", options: awsCapabilities },
    storage: { service: "S3", options: awsCapabilities },
    identity: { service: "IAM roles", options: awsCapabilities },
    compute: { service: "ECS on Fargate", options: awsCapabilities },
    cdn: { service: "CloudFront, ALB and WAF", options: awsCapabilities },
  },
  // S3's addresses by host (Amazon S3 User Guide, "Virtual hosting of buckets").
  storageSource: ({ region }) => `https://*.s3.${region}.amazonaws.com`,
  problems: (topology) => [...awsProblems(topology), ...awsImageProblems(topology)],
  checked: [
    "On aws `maxStorageGiB` is `storageGiB`, or at least a tenth above it; routes and their seconds, hosts, redirects, the content security policy, the largest body and migrations are within what the load balancer, the CDN and the function that waits take, and no two routes share a place of the load balancer.",
  ],
  signIn: ["AWS_ROLE_ARN"],
  registry: {
    pullers: { pattern: /^\d{12}$/, allowed: "the id of an account, 12 digits", are: "account ids" },
    load: ({ aws: transforms }) => {
      const { AwsRegistry }: typeof import("./registry") = require("./registry");
      return (name, args, opts) => new AwsRegistry(name, { ...args, transform: transforms?.registry }, opts);
    },
  },
  load: ({ aws: transforms }) => {
    const { aws }: typeof import("./index") = require("./index");
    return (inputs) => buildTopology(aws(transforms), inputs);
  },
} satisfies Target;
