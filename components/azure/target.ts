import type { Target } from "../contract";
import { buildTopology } from "../shared/build";
import { azureCapabilities } from "./capabilities";
import { azureImageProblems } from "./image-problems";
import { azurePlatform, azurePlatformOf } from "./platform";
import { azureProblems } from "./problems";
import { azureRegions, regionsWithoutZones } from "./regions";

/** All that is known of Azure without its SDK. */
export const azureTarget = {
  title: "Azure",
  regions: azureRegions,
  unsuitable: { regions: regionsWithoutZones, found: "which has no availability zones" },
  providerConfig: { "azure-native:location": "region" },
  platform: azurePlatform,
  dnsZone: "named",
  ownSecretStore: false,
  concepts: {
    registry: { service: "Container Registry", options: azureCapabilities },
    network: { service: "Virtual Network", options: azureCapabilities },
    secrets: { service: "Key Vault", options: azureCapabilities },
    images: { service: "managed identities with AcrPull", options: azureCapabilities },
    postgres: { service: "PostgreSQL Flexible Server", options: azureCapabilities },
    redis: { service: "Azure Managed Redis", options: azureCapabilities },
    storage: { service: "Blob Storage", options: azureCapabilities },
    identity: { service: "managed identities", options: azureCapabilities },
    compute: { service: "Container Apps", options: azureCapabilities },
    cdn: { service: "Front Door Premium with WAF", options: azureCapabilities },
  },
  // An account's blob endpoint (Microsoft Learn, "Storage account overview").
  storageSource: () => "https://*.blob.core.windows.net",
  problems: (topology) => [...azureProblems(topology), ...azureImageProblems(topology)],
  checked: ["On azure the network is outside of `172.30.0.0/16` and `172.31.0.0/16`."],
  signIn: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID"],
  registry: {
    pullers: {
      pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      allowed: "the object id of an identity, a UUID in lower case",
      are: "object ids of identities",
    },
    noOwnKey: "the registry is encrypted with Azure's own key",
    load: ({ azure: transforms }) => {
      const { AzureRegistry }: typeof import("./registry") = require("./registry");
      return (name, args, opts) => new AzureRegistry(name, { ...args, transform: transforms?.registry }, opts);
    },
  },
  load: ({ azure: transforms }) => {
    const { azure }: typeof import("./index") = require("./index");
    return (inputs) => buildTopology(azure(azurePlatformOf(inputs.topology.platform), transforms), inputs);
  },
} satisfies Target;
