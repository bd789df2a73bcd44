import type { CloudFacts } from "../contract/facts";
import { azureCapabilities } from "./capabilities";
import { azureImageProblems } from "./image-problems";
import { azureProblems } from "./problems";
import { azureRegions, regionsWithoutZones } from "./regions";

/** What is known of Azure without its SDK. */
export const azureFacts: CloudFacts = {
  title: "Azure",
  regions: azureRegions,
  unsuitable: { regions: regionsWithoutZones, found: "which has no availability zones" },
  providerConfig: { "azure-native:location": "region" },
  capabilities: azureCapabilities,
  problems: (topology) => [...azureProblems(topology), ...azureImageProblems(topology)],
  // An account's blob endpoint (Microsoft Learn, "Storage account overview").
  storageSource: () => "https://*.blob.core.windows.net",
  services: {
    network: "Virtual Network",
    registry: "Container Registry",
    secrets: "Key Vault",
    images: "managed identities with AcrPull",
    postgres: "PostgreSQL Flexible Server",
    redis: "Azure Managed Redis",
    storage: "Blob Storage",
    identity: "managed identities",
    compute: "Container Apps",
    cdn: "Front Door Premium with WAF",
  },
};
