import type { Target } from "../contract";
import { buildTopology } from "../shared/build";
import { computeCapabilities } from "./compute/capabilities";
import { edgeCapabilities } from "./edge/capabilities";
import { identityCapabilities } from "./identity/capabilities";
import { awsImageProblems } from "./image-problems";
import { imagesCapabilities } from "./images/capabilities";
import { networkCapabilities } from "./network/capabilities";
import { postgresCapabilities } from "./postgres/capabilities";
import { awsProblems } from "./problems";
import { redisCapabilities } from "./redis/capabilities";
import { awsRegions } from "./regions";
import { registryCapabilities } from "./registry/capabilities";
import { secretsCapabilities } from "./secrets/capabilities";
import { storageCapabilities } from "./storage/capabilities";

/** All that is known of AWS without its SDK. */
export const awsTarget = {
  title: "AWS",
  regions: awsRegions,
  providerConfig: { "aws:region": "region" },
  dnsZone: "named",
  ownSecretStore: false,
  concepts: {
    registry: { service: "ECR", options: registryCapabilities },
    network: { service: "VPC", options: networkCapabilities },
    secrets: { service: "Secrets Manager", options: secretsCapabilities },
    images: { service: "ECS execution roles", options: imagesCapabilities },
    postgres: { service: "RDS for PostgreSQL", options: postgresCapabilities },
    redis: { service: "ElastiCache", options: redisCapabilities },
    storage: { service: "S3", options: storageCapabilities },
    identity: { service: "IAM roles", options: identityCapabilities },
    compute: { service: "ECS on Fargate", options: computeCapabilities },
    edge: { service: "CloudFront, ALB and WAF", options: edgeCapabilities },
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
