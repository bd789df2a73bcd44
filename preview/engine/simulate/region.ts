import { isUnknown, type WireObject, withoutSecrets } from "../../model/wire";

/** By package: the setting that holds the provider's region, and the region if the setting is missing. */
const providers = {
  aws: { setting: "region", fallback: "us-east-1" },
  gcp: { setting: "region", fallback: "us-central1" },
  "azure-native": { setting: "location", fallback: "eastus" },
} as const;

/** The region of a provider, from its settings, for a type or function of its package. */
export function regionOf(token: string, settings: WireObject): string {
  const packageName = token.split(":")[0] ?? "";
  const { setting, fallback } = isListed(packageName) ? providers[packageName] : providers.aws;
  const region = withoutSecrets(settings[setting] ?? null);
  return typeof region === "string" && region !== "" && !isUnknown(region) ? region : fallback;
}

function isListed(packageName: string): packageName is keyof typeof providers {
  return Object.hasOwn(providers, packageName);
}
