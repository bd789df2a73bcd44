import type { CloudFacts } from "../contract/facts";
import { gcpCapabilities } from "./capabilities";
import { gcpImageProblems } from "./image-problems";
import { gcpProblems } from "./problems";
import { gcpRegions } from "./regions";

/** What is known of Google Cloud without its SDK. */
export const gcpFacts: CloudFacts = {
  title: "Google Cloud",
  regions: gcpRegions,
  providerConfig: { "gcp:region": "region", "gcp:project": "gcp.project" },
  capabilities: gcpCapabilities,
  // Signed addresses of the XML API (Cloud Storage documentation, "Signed URLs").
  storageSource: () => "https://storage.googleapis.com",
  problems: (topology) => [...gcpProblems(topology), ...gcpImageProblems(topology)],
  services: {
    network: "VPC",
    registry: "Artifact Registry",
    secrets: "Secret Manager",
    images: "Cloud Run's service agent",
    postgres: "Cloud SQL for PostgreSQL",
    redis: "Memorystore for Redis",
    storage: "Cloud Storage",
    identity: "service accounts",
    compute: "Cloud Run",
    cdn: "Cloud CDN, external ALB and Cloud Armor",
  },
};
