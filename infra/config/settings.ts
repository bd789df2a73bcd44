import { z } from "zod";
import { postgresSizes } from "../../components/contract";

const days = (least: number, most: number) => z.int().min(least).max(most);

/** The settings of an environment, such as size, redundancy and retention. A stack may override any of them. */
export const settingsSchema = z.strictObject({
  protect: z.boolean().describe("Hold what has data: the cloud's deletion protection and Pulumi's `protect`."),
  customerManagedKeys: z
    .boolean()
    .describe(
      "Encrypt data at rest with keys of the stack's own. Decide before the first deployment: databases can't change it.",
    ),
  network: z
    .strictObject({
      cidr: z.string().describe("Private address range of the network, /16 to /20."),
      zones: z.union([z.literal(2), z.literal(3)]).describe("Availability zones."),
      nat: z.enum(["single", "per-zone"]).describe("Managed egress: one for all zones, or one in each."),
      flowLogRetentionDays: days(1, 3653).describe("How long flow logs are kept, in days."),
    })
    .describe("The private network."),
  postgres: z
    .strictObject({
      size: z.enum(postgresSizes).describe("Processor and memory of the database, at least."),
      storageGiB: z.int().min(20).max(65_536).describe("Storage at the start, in GiB."),
      maxStorageGiB: z.int().min(20).max(65_536).describe("Up to where storage grows by itself, in GiB."),
      highAvailability: z.boolean().describe("A standby in a second zone."),
      readReplicas: z.int().min(0).max(5).describe("Read replicas at most; an application may want fewer."),
      backupRetentionDays: days(1, 35).describe("How long backups are kept, in days; RDS allows up to 35."),
      slowQueryMilliseconds: z.int().min(0).max(3_600_000).describe("Slower statements are logged, in milliseconds."),
      insights: z.boolean().describe("The platform's query insights."),
    })
    .describe("The database."),
  redis: z
    .strictObject({
      memoryMiB: z.int().min(64).max(65_536).describe("Memory for data of each instance, in MiB."),
      highAvailability: z.boolean().describe("A replica in a second zone."),
      snapshotRetentionDays: days(1, 35).describe("How long snapshots are kept, in days."),
      shareInstance: z.boolean().describe("One instance plays all roles; it then never forgets (noeviction)."),
    })
    .describe("Redis."),
  storage: z
    .strictObject({
      noncurrentVersionDays: days(1, 3650).describe(
        "Earlier versions of objects are deleted after this number of days.",
      ),
    })
    .describe("The buckets."),
  replicas: z
    .strictObject({
      minimum: z
        .int()
        .min(0)
        .max(1000)
        .optional()
        .describe("Minimum replicas of every service that may run many times."),
      maximum: z.int().min(1).max(1000).optional().describe("Maximum replicas likewise."),
    })
    .describe("Replicas of services; the application's own numbers where left out."),
  logRetentionDays: days(1, 3653).describe("How long the logs of containers are kept, in days."),
  edge: z
    .strictObject({
      accessLogRetentionDays: days(1, 3653).describe("How long access logs are kept, in days."),
      hstsPreload: z.boolean().describe("Ask browsers to preload HSTS. Hard to take back."),
      deniedCountries: z
        .array(z.string().regex(/^[A-Z]{2}$/, "two capital letters, such as CU"))
        .describe("Countries whose requests are refused, ISO 3166-1 alpha-2."),
      deniedCidrs: z.array(z.string()).describe("Address ranges whose requests are refused."),
    })
    .describe("CDN, firewall and load balancer."),
});

/** What an environment says: every setting that has no default in the schema. */
export type EnvironmentSettings = z.input<typeof settingsSchema>;

/** All settings of a stack: its own, its environment's, and defaults of the schema. */
export type Settings = z.output<typeof settingsSchema>;

/** Any part of the settings. */
export type SettingsOverrides = DeepPartial<EnvironmentSettings>;
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** The same schema with every key optional. */
export const overridesSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([key, schema]) => [
      key,
      (schema instanceof z.ZodObject ? schema.partial().strict() : schema)
        .optional()
        .describe(schema.description ?? ""),
    ]),
  ),
);
