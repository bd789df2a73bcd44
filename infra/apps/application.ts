import type { EgressRule, EnvironmentName, Transforms } from "../../components/contract";
import type { EdgeFacts } from "./facts/edge";
import type { CronJobFacts, JobFacts } from "./facts/jobs";
import type { PostgresFacts } from "./facts/postgres";
import type { RedisFacts } from "./facts/redis";
import type { SecretFacts } from "./facts/secrets";
import type { ServiceFacts } from "./facts/services";
import type { BucketFacts } from "./facts/storage";

export type { EdgeFacts, HeadersFacts, HostFacts, RouteFacts } from "./facts/edge";
export type { CronJobFacts, JobFacts } from "./facts/jobs";
export type { PoolingFacts, PostgresFacts } from "./facts/postgres";
export type { ProbeFacts, ServiceProbesFacts } from "./facts/probes";
export type { RedisFacts, RedisRoleFacts } from "./facts/redis";
export type { ExternalSecretFacts, GeneratedSecretFacts, SecretFacts } from "./facts/secrets";
export type { AutoscalingFacts, RolloutFacts, ServiceFacts } from "./facts/services";
export type { BucketFacts } from "./facts/storage";
export type { WorkloadFacts } from "./facts/workloads";

/** The place that an application is described for: its facts may depend on it. */
export interface Place {
  /**
   * How strong the stack is.
   * @example "prod"
   */
  environment: EnvironmentName;
  /**
   * Domain of the stack.
   * @example "shop.example"
   */
  domain: string;
  /**
   * Host of the mail server that the stack uses; the placeholder `smtp.example` if the stack names none.
   * @example "smtp.shop.example"
   */
  mailHost: string;
}

/** Placeholder for a mail server that the stack has not named. Deployments refuse it: the name belongs to no one (RFC 2606). */
export const unknownMailHost = "smtp.example";

/** The place, from a stack's config. */
export function placeOf({
  environment,
  domain,
  mailHost = unknownMailHost,
}: Omit<Place, "mailHost"> & Partial<Pick<Place, "mailHost">>): Place {
  return { environment, domain, mailHost };
}

/** An application: one file holds all its facts. */
export interface Application {
  /**
   * Name in lower case, the file's own, of at most 30 characters: every name in the cloud begins with it.
   * @example "shop"
   */
  name: string;
  /**
   * Its container images: a key of its own for each, with what is in it. The stack gives a reference for each key.
   * @example { app: "Node.js; migrations run from it too" }
   */
  images: Record<string, string>;
  /** The facts at one place. A pure function: it reads nothing but its argument. */
  describe(place: Place): ApplicationFacts;
  /**
   * Changes of single resources, by target and component, for what can't be said here. They are applied last, and the policies judge what
   * comes of them.
   * @defaultValue none
   * @example { aws: { redis: { replicationGroup: { snapshotWindow: "02:00-03:00" } } } }
   */
  transforms?: Transforms;
}

/** The facts of an application at one place. What it does not have is left out, and nothing is made of it; lists may be empty. */
export interface ApplicationFacts {
  /**
   * Its database.
   * @defaultValue none
   */
  postgres?: PostgresFacts;
  /**
   * Its cache and queues.
   * @defaultValue none
   */
  redis?: RedisFacts;
  /** Its buckets. */
  buckets: BucketFacts[];
  /** Its secrets. */
  secrets: SecretFacts[];
  /** What runs all the time. */
  services: ServiceFacts[];
  /**
   * What runs once before each rollout, which waits until it has succeeded.
   * @defaultValue none
   * @option compute.migration
   */
  migration?: JobFacts;
  /**
   * What runs by the clock.
   * @defaultValue none
   * @option compute.cronJobs
   */
  cronJobs?: CronJobFacts[];
  /**
   * All that the workloads reach outside of the network; nothing else gets through.
   * @option network.egress
   */
  egress: EgressRule[];
  /**
   * How it is reached from outside.
   * @defaultValue none: it is reached from inside only
   */
  edge?: EdgeFacts;
}
