import type { Target } from "../contract";
import { buildTopology } from "../shared/build";
import { computeCapabilities } from "./compute/capabilities";
import { edgeCapabilities } from "./edge/capabilities";
import { identityCapabilities } from "./identity/capabilities";
import { azureImageProblems } from "./image-problems";
import { imagesCapabilities } from "./images/capabilities";
import { networkCapabilities } from "./network/capabilities";
import { azurePlatform, azurePlatformOf } from "./platform";
import { postgresCapabilities } from "./postgres/capabilities";
import { azureProblems } from "./problems";
import { redisCapabilities } from "./redis/capabilities";
import { azureRegions, regionsWithoutZones } from "./regions";
import { registryCapabilities } from "./registry/capabilities";
import { secretsCapabilities } from "./secrets/capabilities";
import { storageCapabilities } from "./storage/capabilities";

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
    registry: { service: "Container Registry", options: registryCapabilities },
    network: { service: "Virtual Network", options: networkCapabilities },
    secrets: { service: "Key Vault", options: secretsCapabilities },
    images: { service: "managed identities with AcrPull", options: imagesCapabilities },
    postgres: { service: "PostgreSQL Flexible Server", options: postgresCapabilities },
    redis: { service: "Azure Managed Redis", options: redisCapabilities },
    storage: { service: "Blob Storage", options: storageCapabilities },
    identity: { service: "managed identities", options: identityCapabilities },
    compute: { service: "Container Apps", options: computeCapabilities },
    edge: { service: "Front Door Premium with WAF", options: edgeCapabilities },
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
