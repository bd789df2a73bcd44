import type { DailyWindow, WeeklyWindow } from "../../../components/contract";

/**
 * The PostgreSQL database. Its size, storage, standby and backups are the environment's (`isotopo:overrides.postgres`). It is encrypted at
 * rest, and clients verify its certificate.
 */
export interface PostgresFacts {
  /**
   * Major version. Minor versions come in the maintenance window.
   * @example "16"
   */
  version: string;
  /**
   * Name of the database.
   * @example "shop"
   */
  database: string;
  /**
   * Role that owns the database and signs in nowhere: the application signs in as `<user>_1`, after a rotation as `<user>_2`, and acts
   * as the owner.
   * @example "shop"
   */
  user: string;
  /**
   * Read replicas that it can use at most; the environment decides how many there are.
   * @example 1
   * @option postgres.readReplicas
   */
  readReplicas: number;
  /**
   * When the daily backup starts, in UTC. No minute of it may be in the maintenance window.
   * @option postgres.backupWindow
   */
  backupWindow: DailyWindow;
  /** When minor versions and changes of the host may be applied, in UTC. */
  maintenanceWindow: WeeklyWindow;
  /**
   * The connection pooler that workloads connect to.
   * @defaultValue one with `transaction`, where all instances together could open more connections than the database takes
   * @option postgres.pooling
   */
  pooling?: PoolingFacts;
  /**
   * Connections that each instance of a service may open, by the service's name. They are counted against the database's limit.
   * @example { web: 10, worker: 4 }
   */
  connectionsPerInstance: Record<string, number>;
}

/** How connections are pooled. */
export interface PoolingFacts {
  /**
   * `transaction` hands a server connection back after each transaction, `session` when the client leaves.
   * @example "transaction"
   */
  mode: "transaction" | "session";
}
