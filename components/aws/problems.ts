import { reservedNames, type Topology, type TopologyProblem } from "../contract";
import { listenerRules } from "./compute/listener-rules";

/** Default quota of rules of a load balancer, without the default one ("Quotas for your Application Load Balancers"). */
const mostRules = 100;
/** Default quota of cache behaviours of a distribution ("Quotas", Amazon CloudFront Developer Guide). */
const mostBehaviours = 75;
/** The function that waits for a migration lives 900 s, and needs some to stop the task. */
const mostMigrationSeconds = 840;

/** What AWS would refuse of a topology. */
export function awsProblems(topology: Topology): readonly TopologyProblem[] {
  return [
    ...storage(topology),
    ...reservedNames(topology, {
      // RDS User Guide, "Understanding PostgreSQL roles and permissions", and what `\du` shows on a new instance.
      ...{ title: "RDS", roles: ["rdsadmin", "rdsrepladmin", "rdstopmgr", "rdswriteforwarduser"] },
      ...{ rolePrefixes: ["rds_"], databases: ["rdsadmin"] },
    }),
    ...rules(topology),
    ...migrations(topology),
  ];
}

/** RDS User Guide, "Managing capacity automatically with storage autoscaling": `Invalid max storage size` below 10 % more. */
function storage({ postgres: { storageGiB, maxStorageGiB } }: Topology): TopologyProblem[] {
  const least = Math.ceil((storageGiB * 11) / 10);
  if (maxStorageGiB <= storageGiB || maxStorageGiB >= least) return [];
  return [
    {
      key: "overrides.postgres.maxStorageGiB",
      found: `is ${maxStorageGiB}, less than a tenth above storageGiB, which is ${storageGiB}`,
      allowed: `at least ${least} on aws, or ${storageGiB} for storage that does not grow`,
    },
  ];
}

function rules({ cdn: { routes, hosts } }: Topology): TopologyProblem[] {
  const counted = [
    {
      found: `${listenerRules(routes, hosts).length} rules of the load balancer`,
      count: listenerRules(routes, hosts).length,
      most: mostRules,
    },
    {
      found: `${new Set(routes.map(({ path }) => path)).size} paths`,
      count: new Set(routes.map(({ path }) => path)).size,
      most: mostBehaviours,
    },
  ];
  return counted
    .filter(({ count, most }) => count > most)
    .map(({ found, most }) => ({
      key: "app",
      found: `has ${found}`,
      allowed: `at most ${most} on aws: fewer hosts or paths, or paths that hold for all hosts`,
    }));
}

function migrations({ compute }: Topology): TopologyProblem[] {
  return compute.migrations
    .filter(({ timeoutSeconds }) => timeoutSeconds > mostMigrationSeconds)
    .map(({ name, timeoutSeconds }) => ({
      key: "app",
      found: `has a migration "${name}" of ${timeoutSeconds} seconds`,
      allowed: `at most ${mostMigrationSeconds} on aws, where a function of 15 minutes waits for it`,
    }));
}
