import type { EnvironmentSettings } from "../config/settings";

/** Survives the loss of a zone and a mistaken command; keeps backups for 30 days (guide 003 L1621, guide 002). */
export const prod: EnvironmentSettings = {
  protect: true,
  customerManagedKeys: false,
  network: { cidr: "10.0.0.0/16", zones: 3, nat: "per-zone", flowLogRetentionDays: 90 },
  postgres: {
    size: "medium",
    storageGiB: 20,
    maxStorageGiB: 100,
    highAvailability: true,
    readReplicas: 1,
    backupRetentionDays: 30,
    slowQueryMilliseconds: 250,
    insights: true,
  },
  redis: { memoryMiB: 1024, highAvailability: true, snapshotRetentionDays: 30, shareInstance: false },
  storage: { noncurrentVersionDays: 90 },
  // The application's own numbers.
  replicas: {},
  logRetentionDays: 90,
  edge: { accessLogRetentionDays: 90, hstsPreload: false, deniedCountries: [], deniedCidrs: [] },
};
