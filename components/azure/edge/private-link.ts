import type { AzureRegion } from "../regions";

/**
 * Regions in which Front Door has private endpoints of its own ("Secure your origin with Private Link in Azure Front Door
 * Premium", Region availability, public cloud; read 2026-11-30).
 */
export const privateLinkRegions = [
  "australiaeast",
  "brazilsouth",
  "canadacentral",
  "centralindia",
  "centralus",
  "eastasia",
  "eastus",
  "eastus2",
  "francecentral",
  "germanywestcentral",
  "japaneast",
  "koreacentral",
  "northeurope",
  "norwayeast",
  "southafricanorth",
  "southcentralus",
  "southeastasia",
  "swedencentral",
  "uaenorth",
  "uksouth",
  "westeurope",
  "westus2",
  "westus3",
] as const satisfies readonly AzureRegion[];

type PrivateLinkRegion = (typeof privateLinkRegions)[number];

/**
 * The nearest of those for every other region: the same page says to "pick the next nearest region", at the price of a hop
 * between the two. Which is nearest was judged by the map, not measured.
 */
const nearest: Readonly<Record<Exclude<AzureRegion, PrivateLinkRegion>, PrivateLinkRegion>> = {
  austriaeast: "germanywestcentral",
  belgiumcentral: "westeurope",
  chilecentral: "brazilsouth",
  indonesiacentral: "southeastasia",
  israelcentral: "uaenorth",
  italynorth: "germanywestcentral",
  japanwest: "japaneast",
  malaysiawest: "southeastasia",
  mexicocentral: "southcentralus",
  newzealandnorth: "australiaeast",
  polandcentral: "germanywestcentral",
  qatarcentral: "uaenorth",
  spaincentral: "francecentral",
  switzerlandnorth: "germanywestcentral",
};

const linked = new Map<string, PrivateLinkRegion>([
  ...privateLinkRegions.map((own) => [own, own] as const),
  ...Object.entries(nearest),
]);

/** The region of Front Door's private endpoint for an origin in a region; throws if no stack can be deployed in the region. */
export function privateLinkRegion(region: string): PrivateLinkRegion {
  const found = linked.get(region);
  if (found === undefined) throw new Error(`"${region}" is no region of Azure`);
  return found;
}
