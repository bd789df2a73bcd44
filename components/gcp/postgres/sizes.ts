import type { PostgresSize, PostgresSpec } from "../../contract";

/** Edition and machine of an instance. */
export interface Machine {
  edition: "ENTERPRISE" | "ENTERPRISE_PLUS";
  tier: string;
}

/**
 * Machines of the Enterprise edition ("About instance settings", Cloud SQL for PostgreSQL): shared core for `micro`, else
 * `db-custom-<vCPU>-<MiB>`, with 0.9 to 6.5 GiB a vCPU and at least 3.75 GiB.
 */
const enterprise: Readonly<Record<PostgresSize, string>> = {
  micro: "db-g1-small",
  small: "db-custom-2-4096",
  medium: "db-custom-2-8192",
  large: "db-custom-4-16384",
};

/** Machines of Enterprise Plus, the only edition with managed pooling: its smallest has 2 vCPU and 16 GiB. */
const enterprisePlus: Readonly<Record<PostgresSize, string>> = {
  micro: "db-perf-optimized-N-2",
  small: "db-perf-optimized-N-2",
  medium: "db-perf-optimized-N-2",
  large: "db-perf-optimized-N-4",
};

/** The smallest machine that keeps the promise of a size. */
export function machineOf({ size, pooling }: Pick<PostgresSpec, "size" | "pooling">): Machine {
  return pooling === undefined
    ? { edition: "ENTERPRISE", tier: enterprise[size] }
    : { edition: "ENTERPRISE_PLUS", tier: enterprisePlus[size] };
}

/** How many days of transaction logs each edition keeps at most (SDK, `transactionLogRetentionDays`). */
export const longestLogRetentionDays = { ENTERPRISE: 7, ENTERPRISE_PLUS: 35 } as const;
