/**
 * Regions of Azure's public cloud with availability zones, by their programmatic names ("Azure regions list",
 * MicrosoftDocs/reliability-docs at e92155a1, of 2026-08-20): buckets and registries use three zones, and the database names two.
 */
export const azureRegions = [
  "australiaeast",
  "austriaeast",
  "belgiumcentral",
  "brazilsouth",
  "canadacentral",
  "centralindia",
  "centralus",
  "chilecentral",
  "eastasia",
  "eastus",
  "eastus2",
  "francecentral",
  "germanywestcentral",
  "indonesiacentral",
  "israelcentral",
  "italynorth",
  "japaneast",
  "japanwest",
  "koreacentral",
  "malaysiawest",
  "mexicocentral",
  "newzealandnorth",
  "northeurope",
  "norwayeast",
  "polandcentral",
  "qatarcentral",
  "southafricanorth",
  "southcentralus",
  "southeastasia",
  "spaincentral",
  "swedencentral",
  "switzerlandnorth",
  "uaenorth",
  "uksouth",
  "westeurope",
  "westus2",
  "westus3",
] as const;
export type AzureRegion = (typeof azureRegions)[number];

/** The other regions of the same list that take customers, in which no stack can be deployed. */
export const regionsWithoutZones = [
  "australiacentral",
  "australiasoutheast",
  "canadaeast",
  "koreasouth",
  "northcentralus",
  "southindia",
  "ukwest",
  "westcentralus",
  "westindia",
  "westus",
] as const;

/**
 * Regions whose storage accounts are copied to the paired region as well ("Azure regions that support geo-zone-redundant storage
 * (GZRS)", of 2024-02-12, the newest that was found). A newer one is missing here rather than refused by Azure.
 */
const copiedStorage: readonly AzureRegion[] = [
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
  "switzerlandnorth",
  "uaenorth",
  "uksouth",
  "westeurope",
  "westus2",
  "westus3",
];

/**
 * Regions whose databases are backed up to the paired region as well ("Azure regions" of Azure Database for PostgreSQL, column
 * Geo-Redundant backup, MicrosoftDocs/azure-databases-docs at 00002ba2, of 2025-11-18). Brazil South and West US 3 have a pair, and
 * no such backup.
 */
const copiedBackups: readonly AzureRegion[] = [
  "australiaeast",
  "canadacentral",
  "centralindia",
  "centralus",
  "eastasia",
  "eastus",
  "eastus2",
  "francecentral",
  "germanywestcentral",
  "japaneast",
  "japanwest",
  "koreacentral",
  "northeurope",
  "norwayeast",
  "southafricanorth",
  "southcentralus",
  "southeastasia",
  "swedencentral",
  "switzerlandnorth",
  "uaenorth",
  "uksouth",
  "westeurope",
  "westus2",
];

/**
 * Regions with zones in which the database has no standby in another zone (the same table, column Zone-Redundant HA). It does not
 * name Belgium Central at all.
 */
export const regionsWithoutStandby: readonly AzureRegion[] = ["belgiumcentral", "japanwest"];

/** Whether a bucket in a region can be copied to the paired one. */
export function copiesStorage(region: string): boolean {
  return copiedStorage.some((each) => each === region);
}

/** Whether a database in a region can be backed up to the paired one. */
export function copiesBackups(region: string): boolean {
  return copiedBackups.some((each) => each === region);
}
