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

/** Where an application is being described for: facts may differ by it. */
export interface Place {
  environment: EnvironmentName;
  /** Domain of the stack. */
  domain: string;
  /** Host of the mail server that the stack sends by; the placeholder `unknownMailHost` where it names none. */
  mailHost: string;
}

/** What stands for a mail server that the stack has not named. No deployment takes it: nobody can own the name (RFC 2606). */
export const unknownMailHost = "smtp.example";

/** What an application is told of the place where it is described. */
export function placeOf({
  environment,
  domain,
  mailHost = unknownMailHost,
}: Omit<Place, "mailHost"> & Partial<Pick<Place, "mailHost">>): Place {
  return { environment, domain, mailHost };
}

/** An application: one file says all that is known of it. */
export interface Application {
  /** Lower-case name, as in the stack file. */
  name: string;
  /** Its container images: key to what is in it. The stack gives a reference for each. */
  images: Record<string, string>;
  /** The facts, for one place. A pure function. */
  describe(place: Place): ApplicationFacts;
  /** Changes of single resources, where the contract has no word for what is needed. */
  transforms?: Transforms;
}

/** What an application is, at one place. It leaves out what it does not have: a database, Redis, an edge; or has an empty list of it. */
export interface ApplicationFacts {
  postgres?: PostgresFacts;
  redis?: RedisFacts;
  buckets: BucketFacts[];
  secrets: SecretFacts[];
  services: ServiceFacts[];
  migration?: JobFacts;
  cronJobs?: (JobFacts & { schedule: string })[];
  egress: EgressRule[];
  /** How it is reached from outside; nobody reaches it where left out. */
  edge?: EdgeFacts;
}

export interface PostgresFacts {
  version: string;
  database: string;
  user: string;
  /** Read replicas that it can use. */
  readReplicas: number;
  backupWindow: DailyWindow;
  maintenanceWindow: WeeklyWindow;
  /** It connects through a pooler. */
  pooling?: { mode: "transaction" | "session" };
  /** Connections that each instance of each service may open; checked against what the database has. */
  connectionsPerInstance: Record<string, number>;
}

export interface RedisFacts {
  version: string;
  /** Logical instances by role. */
  roles: Record<string, { evictionPolicy: EvictionPolicy; persistence: "snapshot" | "append-only" }>;
}

export type BucketFacts = Pick<BucketSpec, "name" | "purpose" | "exposure" | "cors"> & { expireAfterDays?: number };
export type SecretFacts = SecretSpec extends infer S ? (S extends { version: number } ? Omit<S, "version"> : S) : never;

/** What services and jobs have in common. */
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
  /** Names of egress rules; all of the application's where left out. */
  egress?: string[];
  /** Default: 30. */
  terminationGraceSeconds?: number;
}

export interface ServiceFacts extends WorkloadFacts {
  kind: "web" | "api" | "worker" | "scheduler";
  port?: number;
  /** Each with the patience that it says; the resolver adds Kubernetes' own where it says none. */
  probes: Readonly<Partial<Record<keyof ProbesSpec, ProbeFacts>>>;
  /** How many run; pace and targets default to the house's. */
  autoscaling: Pick<AutoscalingSpec, "minReplicas" | "maxReplicas"> & Partial<AutoscalingSpec>;
  rollout?: Partial<RolloutSpec>;
}

/** A probe, with as much patience as the application says. */
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
  /** Service that answers; may be left out where a bucket does. */
  service?: string;
  bucket?: string;
  cache: CacheSpec;
  /** Default: 30. */
  timeoutSeconds?: number;
  websocket?: boolean;
  streaming?: boolean;
}

export interface EdgeFacts {
  /** Host names, each with the service that answers where no route does; none where its routes answer for every path. */
  hosts: { host: string; service?: string }[];
  routes: RouteFacts[];
  redirects?: RedirectSpec[];
  /** In a content security policy, `{storage}` is where browsers reach the buckets by signed addresses. */
  headers?: Partial<Omit<SecurityHeadersSpec, "hsts">>;
  cors?: EdgeCorsSpec;
  rateRules: RateRuleSpec[];
  /** Default: 16 MiB. */
  maxBodyMiB?: number;
  deniedExtensions?: string[];
  droppedHeaders?: string[];
  errorPages?: Record<string, string>;
}
