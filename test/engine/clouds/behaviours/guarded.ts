import type { WireObject } from "../../../../preview/model/wire";
import { valueAt } from "../../../support/value-at";
import { type Behaviour, packagesOf } from "../behaviour";

/** By type, what an account has that refuses its deletion. */
const guards: Readonly<Record<string, { property: string; source: string }>> = {
  "aws:rds/instance:Instance": {
    property: "deletionProtection",
    source: "RDS API, DeleteDBInstance: InvalidParameterCombination",
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    property: "enableDeletionProtection",
    source: "ELB API, DeleteLoadBalancer: OperationNotPermitted",
  },
  "aws:cognito/userPool:UserPool": { property: "deletionProtection", source: "Cognito API, DeleteUserPool" },
  "gcp:sql/databaseInstance:DatabaseInstance": {
    property: "deletionProtection",
    source: "terraform-provider-google, sql_database_instance",
  },
  "gcp:cloudrunv2/service:Service": {
    property: "deletionProtection",
    source: "terraform-provider-google, cloud_run_v2_service",
  },
  "gcp:cloudrunv2/job:Job": { property: "deletionProtection", source: "terraform-provider-google, cloud_run_v2_job" },
  "gcp:cloudrunv2/workerPool:WorkerPool": {
    property: "deletionProtection",
    source: "terraform-provider-google, cloud_run_v2_worker_pool",
  },
  "gcp:redis/instance:Instance": {
    property: "deletionProtection",
    source: "terraform-provider-google, redis_instance",
  },
};

/** Deletion protection, which is taken off in an update before the deletion. */
export const guarded: Behaviour = {
  name: "guarded",
  source: "each type with its own",
  packages: packagesOf(Object.keys(guards)),
  refuses(call) {
    if (call.what !== "delete") return undefined;
    const row = guards[call.thing.type];
    if (row === undefined || !isOn(call.thing.inputs, row.property)) return undefined;
    return `${row.property} is on: ${row.source}`;
  },
};

/** Off where it is left out: what is left out is off by the cloud, or the provider's own default, which these tests do not know. */
function isOn(inputs: WireObject, property: string): boolean {
  const value = valueAt(inputs, property);
  return value === true || value === "ACTIVE";
}
