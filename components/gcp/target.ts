import type { Target } from "../contract";
import { buildTopology } from "../shared/build";
import { computeCapabilities } from "./compute/capabilities";
import { edgeCapabilities } from "./edge/capabilities";
import { identityCapabilities } from "./identity/capabilities";
import { gcpImageProblems } from "./image-problems";
import { imagesCapabilities } from "./images/capabilities";
import { networkCapabilities } from "./network/capabilities";
import { gcpPlatform, gcpPlatformOf, gcpPlatformSchema } from "./platform";
import { postgresCapabilities } from "./postgres/capabilities";
import { gcpProblems } from "./problems";
import { redisCapabilities } from "./redis/capabilities";
import { gcpRegions } from "./regions";
import { registryCapabilities } from "./registry/capabilities";
import { secretsCapabilities } from "./secrets/capabilities";
import { storageCapabilities } from "./storage/capabilities";

/** All that is known of Google Cloud without its SDK. */
export const gcpTarget = {
  title: "Google Cloud",
  regions: gcpRegions,
  providerConfig: { "gcp:region": "region", "gcp:project": "gcp.project" },
  platform: gcpPlatform,
  dnsZone: { unused: "gcp.dnsZone names the managed zone" },
  ownSecretStore: false,
  concepts: {
    registry: { service: "Artifact Registry", options: registryCapabilities },
    network: { service: "VPC", options: networkCapabilities },
    secrets: { service: "Secret Manager", options: secretsCapabilities },
    images: { service: "Cloud Run's service agent", options: imagesCapabilities },
    postgres: { service: "Cloud SQL for PostgreSQL", options: postgresCapabilities },
    redis: { service: "Memorystore for Redis", options: redisCapabilities },
    storage: { service: "Cloud Storage", options: storageCapabilities },
    identity: { service: "service accounts", options: identityCapabilities },
    compute: { service: "Cloud Run", options: computeCapabilities },
    edge: { service: "Cloud CDN, external ALB and Cloud Armor", options: edgeCapabilities },
  },
  // Signed addresses of the XML API (Cloud Storage documentation, "Signed URLs").
  storageSource: () => "https://storage.googleapis.com",
  problems: (topology) => [...gcpProblems(topology), ...gcpImageProblems(topology)],
  checked: ["On gcp the network is outside of `172.17.0.0/16`."],
  signIn: ["GCP_WORKLOAD_IDENTITY_PROVIDER", "GCP_SERVICE_ACCOUNT"],
  registry: {
    pullers: {
      pattern: /^[1-9]\d{5,18}$/,
      allowed: "the number of a project, as gcloud projects describe says it",
      are: "project numbers",
    },
    platform: gcpPlatformSchema
      .pick({ project: true })
      .describe("The project of the repositories on Google Cloud. Required on gcp, and nowhere else."),
    load: ({ gcp: transforms }) => {
      const { gcpRegistry }: typeof import("./registry") = require("./registry");
      return (name, args, opts) => gcpRegistry(name, { ...args, transform: transforms?.registry }, opts);
    },
  },
  load: ({ gcp: transforms }) => {
    const { gcp }: typeof import("./index") = require("./index");
    return (inputs) => buildTopology(gcp(gcpPlatformOf(inputs.topology.platform), transforms), inputs);
  },
} satisfies Target;
