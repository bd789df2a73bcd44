import type { TargetName } from "../../../components/targets";

/** Where a cloud keeps what a workload is started from, and what starts a migration. */
export interface RevisionPlaces {
  /** Types whose change is a new revision of a workload. */
  types: readonly string[];
  /** What stands behind a workload's name in that of its resource. */
  suffix: string;
  /** The property that a revision is made of. */
  property: string;
  /** What runs a migration again, where it is not the workload's resource itself: its type, and the property that says when. */
  run?: { type: string; property: string };
  /** Type of what holds a value: another one has another address, which the property has in it. */
  value?: string;
}

/** For each cloud, how a new value of a secret is a new revision. */
export const revisionPlaces: Readonly<Record<TargetName, RevisionPlaces>> = {
  aws: {
    types: ["aws:ecs/taskDefinition:TaskDefinition"],
    suffix: "-task",
    property: "containerDefinitions",
    run: { type: "aws:lambda/invocation:Invocation", property: "triggers" },
    value: "aws:secretsmanager/secretVersion:SecretVersion",
  },
  gcp: {
    types: ["gcp:cloudrunv2/service:Service", "gcp:cloudrunv2/workerPool:WorkerPool", "gcp:cloudrunv2/job:Job"],
    suffix: "",
    property: "template",
    run: { type: "random:index/randomId:RandomId", property: "keepers" },
    value: "gcp:secretmanager/secretVersion:SecretVersion",
  },
  azure: {
    types: ["azure-native:app:ContainerApp", "azure-native:app:Job"],
    suffix: "",
    property: "template",
    run: { type: "azure-native:resources:AzureCliScript", property: "forceUpdateTag" },
    value: "azure-native:keyvault:Secret",
  },
  // The Pods' annotation says the versions, and digests of what the stack gives; a migration's Job is another Job.
  kubernetes: {
    types: ["kubernetes:apps/v1:Deployment", "kubernetes:batch/v1:Job", "kubernetes:batch/v1:CronJob"],
    suffix: "",
    property: "spec",
  },
};

/** Which secret of a topology a resource of that name holds a value of; undefined where it is none of them. */
export function secretOf(name: string, topology: string): string | undefined {
  const part = name.startsWith(`${topology}-`) ? name.slice(topology.length + 1).replace(/-value$/, "") : "";
  const [, own] = /^secrets-(.+)$/.exec(part) ?? [];
  if (own !== undefined) return own.toUpperCase().replaceAll("-", "_");
  const [, instance] = /^redis-(.+?)-(?:auth-token|password|url)$/.exec(part) ?? [];
  if (instance !== undefined) return `redis.${instance}`;
  if (part === "postgres-admin-password") return "postgres.admin";
  return /^postgres-(?:url|direct-url|read-url|user-password|proxy-credentials-.+)$/.test(part)
    ? "postgres"
    : undefined;
}
