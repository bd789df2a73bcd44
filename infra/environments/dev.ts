import type { EnvironmentSettings } from "../config/settings";

/** Cheap, small, quickly recreated. As safe as the others: encryption, TLS and isolation are not settings. */
export const dev: EnvironmentSettings = {
  protect: false,
  customerManagedKeys: false,
  // Two zones are the least that RDS and load balancers take. One NAT, as guide 000 L220 has it.
  network: { cidr: "10.0.0.0/16", zones: 2, nat: "single", flowLogRetentionDays: 7 },
  postgres: {
    size: "micro",
    storageGiB: 20,
    maxStorageGiB: 50,
    highAvailability: false,
    readReplicas: 0,
    backupRetentionDays: 7,
    slowQueryMilliseconds: 1000,
    insights: false,
  },
  // Roles share one instance: the saving matters more in dev than separate instances.
  redis: { memoryMiB: 256, highAvailability: false, snapshotRetentionDays: 1, shareInstance: true },
  storage: { noncurrentVersionDays: 7 },
  replicas: { minimum: 1, maximum: 2 },
  logRetentionDays: 7,
  edge: { accessLogRetentionDays: 7, hstsPreload: false, deniedCountries: [], deniedCidrs: [] },
};
