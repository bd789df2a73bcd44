import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";
import type { DailyWindow, WeeklyWindow } from "../units";

/**
 * Database sizes, by what they promise at least: `micro` 2 shared vCPU and 1 GiB, `small` 2 shared vCPU and 4 GiB,
 * `medium` 2 vCPU and 8 GiB, `large` 4 vCPU and 16 GiB.
 */
export const postgresSizes = ["micro", "small", "medium", "large"] as const;
export type PostgresSize = (typeof postgresSizes)[number];

/**
 * Client connections that a database of each size takes at least. RDS computes `DBInstanceClassMemory / 9531392`
 * (Amazon RDS User Guide, "Quotas and constraints"); these are rounded down from it, and set where a cloud lets us.
 */
export const postgresConnections: Readonly<Record<PostgresSize, number>> = {
  micro: 100,
  small: 400,
  medium: 800,
  large: 1600,
};

/** A connection pooler between the workloads and the database. */
export interface PoolingSpec {
  /** `transaction` hands a server connection back after each transaction, `session` when the client leaves. */
  mode: "transaction" | "session";
  /** Server connections that the pooler may hold, as a share of the database's maximum, in percent. */
  maxConnectionsPercent: number;
}

/** A role that signs in: `<user>_<version>`, each with a password of its own. */
export interface LoginSpec {
  role: string;
  version: number;
}

/** The administrator of the database. */
export interface AdminSpec {
  user: string;
  /** Raise it to generate a new password; the change is in place. */
  passwordVersion: number;
}

/** The managed PostgreSQL database. Encryption at rest and TLS with a verified certificate are always on. */
export interface PostgresSpec {
  /** Major version, for example `"15"`. Minor versions are applied in the maintenance window. */
  version: string;
  /** Name of the application's database. */
  database: string;
  /**
   * Role that owns the database and everything in it. It can't sign in: who signs in as one of `logins` acts as it, so that a
   * new login finds what an earlier one made.
   */
  user: string;
  /**
   * Login roles: the current one first, then the previous one, which containers started before the last rotation still use. Raise `rotate.postgres` by one for a new one; the password of a role never changes.
   */
  logins: readonly [LoginSpec, ...LoginSpec[]];
  /** Role that the cloud's API makes and that makes the others. No application knows it. */
  admin: AdminSpec;
  size: PostgresSize;
  /** Storage at the start, in GiB. */
  storageGiB: number;
  /** Up to where storage may grow by itself, in GiB. */
  maxStorageGiB: number;
  /** A standby in a second zone with automatic failover. */
  highAvailability: boolean;
  /** Read replicas beside the primary. */
  readReplicas: number;
  /** How long automatic backups and the log for point-in-time recovery are kept, in days. */
  backupRetentionDays: number;
  /** When the daily backup starts. */
  backupWindow: DailyWindow;
  /** When minor versions and host changes may be applied. */
  maintenanceWindow: WeeklyWindow;
  /** The pooler; none where undefined. */
  pooling?: PoolingSpec;
  /** Statements slower than this are logged, in milliseconds. */
  slowQueryMilliseconds: number;
  /** The platform's query insights (Performance Insights, pg_stat_statements). */
  insights: boolean;
  /**
   * Refuse deletion, and Pulumi's `protect`. What a deleted database leaves does not hang on it, which is off by then: all but
   * copies (`isCopy`) leave their last backup where the cloud has one.
   */
  deletionProtection: boolean;
}

/** Arguments of the database. */
export interface PostgresArgs {
  context: ComponentContext;
  spec: PostgresSpec;
}

/** The database as other components see it. */
export interface Postgres extends pulumi.ComponentResource {
  /** Host that clients use: the pooler's where pooling is on. */
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
}
