import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";

/** Who may read a bucket's objects from a browser. */
export interface CorsSpec {
  /**
   * Origins, scheme and host, no path.
   * @example ["https://shop.example"]
   */
  origins: string[];
  /**
   * Methods that pages may use.
   * @example ["GET", "PUT"]
   */
  methods: ("GET" | "HEAD" | "PUT" | "POST" | "DELETE")[];
  /**
   * Seconds for which a browser remembers the answer.
   * @example 3600
   */
  maxAgeSeconds: number;
}

/** The lifecycle of objects. */
export interface LifecycleSpec {
  /** Earlier versions of an object are deleted after this many days. */
  noncurrentVersionDays: number;
  /** Objects move to a cheaper class after this many days; never where undefined. */
  infrequentAccessAfterDays?: number;
  /** Objects are deleted after this many days; never where undefined. */
  expireAfterDays?: number;
  /** Uploads that never completed are dropped after this many days. */
  abortIncompleteUploadDays: number;
}

/** One private, encrypted, versioned bucket, reached over TLS only. */
export interface BucketSpec {
  /** Name in the topology: `assets`, `uploads`. The cloud's name is `<app>-<environment>-<name>` made unique. */
  name: string;
  /** Its content, in a few words. */
  purpose: string;
  versioned: boolean;
  lifecycle: LifecycleSpec;
  cors?: CorsSpec;
  /** `edge`: the edge may serve its objects through a private origin; `private`: never. */
  exposure: "edge" | "private";
  /** Refuse to be emptied and deleted. */
  deletionProtection: boolean;
}

/** Arguments of the buckets. */
export interface StorageArgs {
  context: ComponentContext;
  buckets: BucketSpec[];
}

/** The buckets as other components see them. */
export interface Storage extends pulumi.ComponentResource {
  /** The cloud's name of each bucket, by its name in the topology. */
  readonly bucketNames: Readonly<Record<string, pulumi.Output<string>>>;
}
