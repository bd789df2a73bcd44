import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const learn = (page: string) => `Microsoft Learn, "${page}"`;

/** Network, registry, secrets, identity, database, Redis and buckets on Azure, where the SDK has bare text. */
export const azureDataValues: readonly DocumentedValue[] = [
  ...rowsOf("azure-native:dbforpostgresql:Server", learn("Compute options in Azure Database for PostgreSQL"), {
    "sku.name": ["Standard_B2s", "Standard_D2ds_v5", "Standard_D4ds_v5"],
  }),
];
