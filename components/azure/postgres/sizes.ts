import * as dbforpostgresql from "@pulumi/azure-native/dbforpostgresql";
import type { PostgresSize, PostgresSpec } from "../../contract";

/** A machine of Flexible Server. */
export interface Machine {
  name: string;
  tier: dbforpostgresql.SkuTier;
}

/** Shared cores: 2 vCPU with 4 GiB ("Compute options in Azure Database for PostgreSQL"). */
const burstable: Machine = { name: "Standard_B2s", tier: dbforpostgresql.SkuTier.Burstable };

/** 2 vCPU with 8 GiB, and 4 with 16. */
const generalPurpose: Readonly<Record<PostgresSize, Machine>> = {
  micro: { name: "Standard_D2ds_v5", tier: dbforpostgresql.SkuTier.GeneralPurpose },
  small: { name: "Standard_D2ds_v5", tier: dbforpostgresql.SkuTier.GeneralPurpose },
  medium: { name: "Standard_D2ds_v5", tier: dbforpostgresql.SkuTier.GeneralPurpose },
  large: { name: "Standard_D4ds_v5", tier: dbforpostgresql.SkuTier.GeneralPurpose },
};

/** The smallest machine that keeps the promise: standbys, replicas and the built-in pooler are not on shared cores. */
export function machineOf({ size, pooling, highAvailability, readReplicas }: PostgresSpec): Machine {
  const shared = size === "micro" || size === "small";
  const alone = pooling === undefined && !highAvailability && readReplicas === 0;
  return shared && alone ? burstable : generalPurpose[size];
}
