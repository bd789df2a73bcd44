import type { types } from "@pulumi/gcp";
import {
  type ComponentContext,
  type DayOfWeek,
  daysOfWeek,
  isCopy,
  type PostgresSpec,
  postgresConnections,
  type TimeOfDay,
} from "../../contract";
import { labels } from "../labels";
import type { GcpNetwork } from "../network";
import { longestLogRetentionDays, machineOf } from "./sizes";

type Settings = types.input.sql.DatabaseInstanceSettings;

/** Arguments of the settings of an instance. */
export interface SettingsArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  network: GcpNetwork;
}

/** How long a backup is kept that is taken when an instance is deleted, in days: at most 365. */
const finalBackupDays = 30;

/** Settings that the primary and its replicas share. */
export function sharedSettings({ context, spec, network }: SettingsArgs): Settings {
  const { edition, tier } = machineOf(spec);
  return {
    edition,
    tier,
    diskType: "PD_SSD",
    diskSize: spec.storageGiB,
    diskAutoresize: true,
    diskAutoresizeLimit: spec.maxStorageGiB,
    ipConfiguration: {
      ipv4Enabled: false,
      privateNetwork: network.networkId,
      allocatedIpRange: network.databaseRange,
      sslMode: "ENCRYPTED_ONLY",
      // Certificates of this authority carry the instance's DNS name, so that a client can verify whom it talks to.
      serverCaMode: "GOOGLE_MANAGED_CAS_CA",
      // Its certificates live a year, and they are not renewed by default; here in the maintenance window, up to 180 days
      // before their end (sqladmin.v1, `IpConfiguration.serverCertificateRotationMode`).
      serverCertificateRotationMode: "AUTOMATIC_ROTATION_DURING_MAINTENANCE",
    },
    // Reads that don't fit into memory come from a local disk: on by default, said so that a plan shows it.
    dataCacheConfig: edition === "ENTERPRISE_PLUS" ? { dataCacheEnabled: true } : undefined,
    databaseFlags: databaseFlags(spec),
    insightsConfig: { queryInsightsEnabled: spec.insights, recordApplicationTags: spec.insights },
    userLabels: labels(context),
  };
}

/**
 * Who signs in and out, slow statements, waits for locks, checkpoints and temporary files are logged (CIS Google Cloud
 * Foundations, section 6.2, and Cloud SQL's "Configure database flags"). None of the texts of other statements: they hold
 * personal data.
 */
function databaseFlags({ size, slowQueryMilliseconds }: PostgresSpec) {
  const flags: Readonly<Record<string, string>> = {
    log_checkpoints: "on",
    log_connections: "on",
    log_disconnections: "on",
    log_lock_waits: "on",
    log_min_duration_statement: String(slowQueryMilliseconds),
    // In KiB; 10 MiB is more than a sort in memory leaves behind.
    log_temp_files: String(10 * 1024),
    max_connections: String(postgresConnections[size]),
  };
  return Object.entries(flags).map(([name, value]) => ({ name, value }));
}

/** Settings of the primary. */
export function primarySettings(args: SettingsArgs): Settings {
  const { context, spec } = args;
  const { edition } = machineOf(spec);
  // Not by the protection, which is off when an instance is deleted.
  const leavesBackups = !isCopy(context);
  return {
    ...sharedSettings(args),
    availabilityType: spec.highAvailability ? "REGIONAL" : "ZONAL",
    backupConfiguration: {
      enabled: true,
      location: context.region,
      startTime: spec.backupWindow.start,
      pointInTimeRecoveryEnabled: true,
      transactionLogRetentionDays: Math.min(spec.backupRetentionDays, longestLogRetentionDays[edition]),
      // One automatic backup a day: a count is a number of days.
      backupRetentionSettings: { retentionUnit: "COUNT", retainedBackups: spec.backupRetentionDays },
    },
    connectionPoolConfigs: spec.pooling === undefined ? undefined : [pool(spec, spec.pooling)],
    deletionProtectionEnabled: spec.deletionProtection,
    finalBackupConfig: leavesBackups ? { enabled: true, retentionDays: finalBackupDays } : undefined,
    retainBackupsOnDelete: leavesBackups,
    maintenanceWindow: {
      day: isoDay(spec.maintenanceWindow.day),
      hour: hourOf(spec.maintenanceWindow.start),
      updateTrack: "stable",
    },
  };
}

/**
 * The pooler keeps a pool for each database and user, and while a password is rotated two users sign in: each may have half
 * of the share. Machines of 2 and 4 vCPU, which all sizes here have, run one pooler ("Managed Connection Pooling overview").
 */
function pool({ size }: PostgresSpec, { mode, maxConnectionsPercent }: NonNullable<PostgresSpec["pooling"]>) {
  const share = Math.floor((postgresConnections[size] * maxConnectionsPercent) / 100);
  return {
    connectionPoolingEnabled: true,
    flags: [
      { name: "pool_mode", value: mode },
      { name: "max_pool_size", value: String(Math.floor(share / usersInRotation)) },
    ],
  };
}

/** The application's user and the one before it. */
const usersInRotation = 2;

/** Monday is 1 (SDK, `DatabaseInstanceSettingsMaintenanceWindow.day`). */
function isoDay(day: DayOfWeek): number {
  return daysOfWeek.indexOf(day) + 1;
}

/** The window opens at a full hour and is an hour long. */
function hourOf(time: TimeOfDay): number {
  return Number(time.split(":")[0]);
}
