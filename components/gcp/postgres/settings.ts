import type { types } from "@pulumi/gcp";
import {
  type ComponentContext,
  type DayOfWeek,
  daysOfWeek,
  type PostgresSpec,
  postgresConnections,
  type TimeOfDay,
} from "../../contract";
import { labels } from "../labels";
import type { GcpNetwork } from "../network";
import { longestLogRetentionDays, machineOf } from "./sizes";

type Settings = types.input.sql.DatabaseInstanceSettings;

/** What the settings of an instance are made from. */
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
      allocatedIpRange: network.servicesRange,
      sslMode: "ENCRYPTED_ONLY",
      // Certificates of this authority carry the instance's DNS name, so that a client can verify whom it talks to.
      serverCaMode: "GOOGLE_MANAGED_CAS_CA",
    },
    databaseFlags: [
      { name: "log_min_duration_statement", value: String(spec.slowQueryMilliseconds) },
      { name: "max_connections", value: String(postgresConnections[spec.size]) },
    ],
    insightsConfig: { queryInsightsEnabled: spec.insights, recordApplicationTags: spec.insights },
    userLabels: labels(context),
  };
}

/** Settings of the primary. */
export function primarySettings(args: SettingsArgs): Settings {
  const { context, spec } = args;
  const { edition } = machineOf(spec);
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
    finalBackupConfig: spec.deletionProtection ? { enabled: true, retentionDays: finalBackupDays } : undefined,
    retainBackupsOnDelete: spec.deletionProtection,
    maintenanceWindow: {
      day: isoDay(spec.maintenanceWindow.day),
      hour: hourOf(spec.maintenanceWindow.start),
      updateTrack: "stable",
    },
  };
}

function pool({ size }: PostgresSpec, { mode, maxConnectionsPercent }: NonNullable<PostgresSpec["pooling"]>) {
  return {
    connectionPoolingEnabled: true,
    flags: [
      { name: "pool_mode", value: mode },
      { name: "max_pool_size", value: String(Math.floor((postgresConnections[size] * maxConnectionsPercent) / 100)) },
    ],
  };
}

/** Monday is 1 (SDK, `DatabaseInstanceSettingsMaintenanceWindow.day`). */
function isoDay(day: DayOfWeek): number {
  return daysOfWeek.indexOf(day) + 1;
}

/** The window opens at a full hour and is an hour long. */
function hourOf(time: TimeOfDay): number {
  return Number(time.split(":")[0]);
}
