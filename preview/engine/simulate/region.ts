import { isUnknown, type WireObject, withoutSecrets } from "../wire";

/** The setting by which each cloud's provider knows its region, and the region where it has none. */
const clouds = {
  aws: { setting: "region", fallback: "us-east-1" },
  gcp: { setting: "region", fallback: "us-central1" },
  "azure-native": { setting: "location", fallback: "eastus" },
} as const;

/** The region that a provider works in, by its settings, for a type or function of its package. */
export function regionOf(token: string, settings: WireObject): string {
  const packageName = token.split(":")[0] ?? "";
  const { setting, fallback } = isCloud(packageName) ? clouds[packageName] : clouds.aws;
  const region = withoutSecrets(settings[setting] ?? null);
  return typeof region === "string" && region !== "" && !isUnknown(region) ? region : fallback;
}

function isCloud(packageName: string): packageName is keyof typeof clouds {
  return Object.hasOwn(clouds, packageName);
}
