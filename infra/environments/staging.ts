import type { EnvironmentSettings } from "../config/settings";

/** The shape of prod at a smaller size, so that a change that works here works there. */
export const staging: EnvironmentSettings = {
  protect: false,
  customerManagedKeys: false,
  network: { cidr: "10.0.0.0/16", zones: 2, nat: "single", flowLogRetentionDays: 14 },
  postgres: {
    size: "small",
    storageGiB: 20,
    maxStorageGiB: 100,
    highAvailability: false,
    readReplicas: 0,
    backupRetentionDays: 7,
    slowQueryMilliseconds: 500,
    insights: true,
  },
  redis: { memoryMiB: 512, highAvailability: false, snapshotRetentionDays: 7, shareInstance: false },
  storage: { noncurrentVersionDays: 30 },
  replicas: { minimum: 1, maximum: 4 },
  logRetentionDays: 30,
  edge: { accessLogRetentionDays: 30, hstsPreload: false, deniedCountries: [], deniedCidrs: [] },
};
