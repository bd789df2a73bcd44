import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";

/** Keys that an instance evicts when memory is full. A queue must never lose one: `noeviction`. */
export const evictionPolicies = ["noeviction", "allkeys-lru"] as const;
export type EvictionPolicy = (typeof evictionPolicies)[number];

/** One logical Redis instance. Authentication and TLS are always on, data is encrypted at rest. */
export interface RedisSpec {
  /** Name of the instance, unique in the topology: `cache`, `queue`. */
  name: string;
  /** The roles it plays for the application; `redis.<role>.url` finds the instance by them. */
  roles: string[];
  /** Major version of the protocol, for example `"7"`. */
  version: string;
  /** Memory for data, in MiB, at least. */
  memoryMiB: number;
  evictionPolicy: EvictionPolicy;
  /** `snapshot` writes the data set from time to time, `append-only` every second as well. */
  persistence: "snapshot" | "append-only";
  /** A replica in a second zone with automatic failover. */
  highAvailability: boolean;
  /** How long snapshots are kept, in days. */
  snapshotRetentionDays: number;
  /** Refuse to be deleted by Pulumi, and take a final snapshot where the platform has one. */
  deletionProtection: boolean;
  /** Raise it to generate a new password; the change is in place. */
  passwordVersion: number;
}

/** Arguments of a Redis instance. */
export interface RedisArgs {
  context: ComponentContext;
  spec: RedisSpec;
}

/** A Redis instance as other components see it. */
export interface Redis extends pulumi.ComponentResource {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
}
