import type {
  AutoscalingSpec,
  BucketAccess,
  BucketSpec,
  CacheSpec,
  ComputeSize,
  DailyWindow,
  EdgeCorsSpec,
  EgressRule,
  EnvironmentName,
  EvictionPolicy,
  ProbeSpec,
  ProbesSpec,
  RateRuleSpec,
  RedirectSpec,
  RolloutSpec,
  SecretReference,
  SecretSpec,
  SecurityHeadersSpec,
  Transforms,
  VariableValue,
  WeeklyWindow,
} from "../../components/contract";

/** The place that an application is described for: its facts may depend on it. */
export interface Place {
  environment: EnvironmentName;
  /** Domain of the stack. */
  domain: string;
  /** Host of the mail server that the stack uses; the placeholder `unknownMailHost` if the stack names none. */
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
  /** Lower-case name, as in the stack file. */
  name: string;
  /** Its container images: key to content. The stack gives a reference for each. */
  images: Record<string, string>;
  /** The facts, for one place. A pure function. */
  describe(place: Place): ApplicationFacts;
  /** Changes of single resources, for needs that the contract can't express. */
  transforms?: Transforms;
}

/** The facts of an application at one place. Without a database, Redis or an edge, it leaves the key out; lists may be empty. */
export interface ApplicationFacts {
  postgres?: PostgresFacts;
  redis?: RedisFacts;
  buckets: BucketFacts[];
  secrets: SecretFacts[];
  services: ServiceFacts[];
  migration?: JobFacts;
  cronJobs?: (JobFacts & { schedule: string })[];
  egress: EgressRule[];
  /** How it is reached from outside; without it, the application is reachable from inside only. */
  edge?: EdgeFacts;
}

export interface PostgresFacts {
  version: string;
  database: string;
  user: string;
  /** Number of read replicas that it can use. */
  readReplicas: number;
  backupWindow: DailyWindow;
  maintenanceWindow: WeeklyWindow;
  /** It connects through a pooler. */
  pooling?: { mode: "transaction" | "session" };
  /** Connections that each instance of each service may open; checked against the database's limit. */
  connectionsPerInstance: Record<string, number>;
}

export interface RedisFacts {
  version: string;
  /** Logical instances by role. */
  roles: Record<string, { evictionPolicy: EvictionPolicy; persistence: "snapshot" | "append-only" }>;
}

export type BucketFacts = Pick<BucketSpec, "name" | "purpose" | "exposure" | "cors"> & { expireAfterDays?: number };
export type SecretFacts = SecretSpec extends infer S ? (S extends { version: number } ? Omit<S, "version"> : S) : never;

/** Facts that services and jobs share. */
export interface WorkloadFacts {
  name: string;
  /** Image key. */
  image: string;
  command?: string[];
  uid: number;
  gid: number;
  requests: ComputeSize;
  limits: ComputeSize;
  writablePaths: string[];
  variables: Record<string, VariableValue>;
  secrets: Record<string, SecretReference>;
  buckets: Record<string, BucketAccess>;
  /** Names of egress rules; by default all of the application's. */
  egress?: string[];
  /** Default: 30. */
  terminationGraceSeconds?: number;
}

export interface ServiceFacts extends WorkloadFacts {
  kind: "web" | "api" | "worker" | "scheduler";
  port?: number;
  /** Each with the timings that the application sets; the resolver adds Kubernetes' defaults for the others. */
  probes: Readonly<Partial<Record<keyof ProbesSpec, ProbeFacts>>>;
  /** Number of instances; speed and targets have the framework's defaults. */
  autoscaling: Pick<AutoscalingSpec, "minReplicas" | "maxReplicas"> & Partial<AutoscalingSpec>;
  rollout?: Partial<RolloutSpec>;
}

/** A probe, with the timings that the application sets. */
export type ProbeFacts = Pick<ProbeSpec, "check"> & Partial<ProbeSpec>;

export interface JobFacts extends WorkloadFacts {
  /** Default: 600. */
  timeoutSeconds?: number;
  /** Default: 0: a migration that failed half way needs a person. */
  retries?: number;
}

export interface RouteFacts {
  host?: string;
  path: string;
  /** Service that answers; left out if a bucket answers. */
  service?: string;
  bucket?: string;
  cache: CacheSpec;
  /** Default: 30. */
  timeoutSeconds?: number;
  websocket?: boolean;
  streaming?: boolean;
}

export interface EdgeFacts {
  /** Host names, each with the service that answers if no route matches; without one, its routes must cover every path. */
  hosts: { host: string; service?: string }[];
  routes: RouteFacts[];
  redirects?: RedirectSpec[];
  /** In a content security policy, `{storage}` is the source from which browsers load the buckets' signed addresses. */
  headers?: Partial<Omit<SecurityHeadersSpec, "hsts">>;
  cors?: EdgeCorsSpec;
  rateRules: RateRuleSpec[];
  /** Default: 16 MiB. */
  maxBodyMiB?: number;
  deniedExtensions?: string[];
  droppedHeaders?: string[];
  errorPages?: Record<string, string>;
}
