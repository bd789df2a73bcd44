import type { CloudFacts } from "../contract/facts";
import { awsCapabilities } from "./capabilities";
import { awsImageProblems } from "./image-problems";
import { awsProblems } from "./problems";
import { awsRegions } from "./regions";

/** What is known of AWS without its SDK. */
export const awsFacts: CloudFacts = {
  title: "AWS",
  regions: awsRegions,
  providerConfig: { "aws:region": "region" },
  capabilities: awsCapabilities,
  // S3's addresses by host (Amazon S3 User Guide, "Virtual hosting of buckets").
  storageSource: ({ region }) => `https://*.s3.${region}.amazonaws.com`,
  problems: (topology) => [...awsProblems(topology), ...awsImageProblems(topology)],
  services: {
    network: "VPC",
    registry: "ECR",
    secrets: "Secrets Manager",
    images: "ECS execution roles",
    postgres: "RDS for PostgreSQL",
    redis: "ElastiCache",
    storage: "S3",
    identity: "IAM roles",
    compute: "ECS on Fargate",
    cdn: "CloudFront, ALB and WAF",
  },
};
