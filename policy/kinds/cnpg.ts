/** CloudNativePG's Cluster, its backups and where they are kept: what these rules read (CloudNativePG API reference v1). */
export interface CnpgCluster {
  metadata: { name: string; namespace?: string };
  spec: {
    instances?: number;
    postgresql?: { pg_hba?: string[]; parameters?: Record<string, string> };
    backup?: { retentionPolicy?: string; barmanObjectStore?: object };
    plugins?: { name: string; enabled?: boolean; isWALArchiver?: boolean; parameters?: Record<string, string> }[];
    replica?: { enabled?: boolean };
  };
}

/** The Barman Cloud plugin's place for backups. */
export interface BarmanObjectStore {
  metadata: { name: string; namespace?: string };
  spec: { retentionPolicy?: string };
}

/** A backup at regular times. */
export interface CnpgScheduledBackup {
  metadata: { name: string; namespace?: string };
  spec: { cluster: { name: string }; suspend?: boolean };
}

export const cnpgTypes = {
  cluster: "kubernetes:postgresql.cnpg.io/v1:Cluster",
  scheduledBackup: "kubernetes:postgresql.cnpg.io/v1:ScheduledBackup",
  objectStore: "kubernetes:barmancloud.cnpg.io/v1:ObjectStore",
} as const;

/** Days in a retention policy of CloudNativePG: `30d`, `4w` or `6m`; undefined where it is none of them. */
export function retentionDays(policy: string): number | undefined {
  const [, count, unit] = /^([1-9]\d*)([dwm])$/.exec(policy) ?? [];
  return count === undefined ? undefined : Number(count) * { d: 1, w: 7, m: 30 }[unit as "d" | "w" | "m"];
}
