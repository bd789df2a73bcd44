import type { BucketAccess, ComputeSize, SecretReference, VariableValue } from "../../../components/contract";

/** What services, the migration and cron jobs have: one container and its rights. */
export interface WorkloadFacts {
  /**
   * Unique name in lower case.
   * @example "web"
   */
  name: string;
  /**
   * Key of its image in `images` of the application.
   * @example "app"
   */
  image: string;
  /**
   * Command with its arguments.
   * @defaultValue the image's own
   * @example ["node", "server.js"]
   */
  command?: string[];
  /**
   * Number of the user that it runs as, never 0.
   * @example 1000
   * @option compute.uid
   */
  uid: number;
  /**
   * Number of the user's group, never 0.
   * @example 1000
   */
  gid: number;
  /**
   * Processor and memory that are reserved.
   * @option compute.requests
   */
  requests: ComputeSize;
  /**
   * Processor and memory that it uses at most; no less than `requests`.
   * @option compute.limits
   */
  limits: ComputeSize;
  /**
   * Directories that can be written; what is in them goes with the container. All else is read-only.
   * @example ["/tmp"]
   * @option compute.writablePaths
   */
  writablePaths: string[];
  /**
   * Environment variables: texts, and `{ ref }` for values that are known when something is made.
   * @example { PORT: "3000", DATABASE_HOST: { ref: "postgres.host" } }
   */
  variables: Record<string, VariableValue>;
  /**
   * Environment variables that hold secrets, by reference: their texts are in no file.
   * @example { DATABASE_URL: "postgres.url", SESSION_SECRET: "secret.SESSION_SECRET" }
   */
  secrets: Record<string, SecretReference>;
  /**
   * Buckets that it uses, and how.
   * @example { uploads: "read-write" }
   * @option storage.interface
   */
  buckets: Record<string, BucketAccess>;
  /**
   * Names of the egress rules that it needs.
   * @defaultValue all of the application's
   * @example ["stripe"]
   * @option network.egress
   */
  egress?: string[];
  /**
   * Seconds to finish after SIGTERM.
   * @defaultValue 30
   * @example 60
   * @option compute.terminationGraceSeconds
   */
  terminationGraceSeconds?: number;
}
