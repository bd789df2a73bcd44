import { type ReservedNames, reservedNames, type Topology, type TopologyProblem } from "../contract";
import { edgeProblems } from "./edge/problems";

/** The function that waits for a migration lives 900 s, and needs some to stop the task. */
const mostMigrationSeconds = 840;

/**
 * RDS User Guide, "Understanding PostgreSQL roles and permissions": `rdsadmin`, and roles that begin with `rds_`. The others are
 * what Autodesk/pgbelt does not touch on an instance; no page of AWS that lists them was found (2026-11-30).
 */
const reserved: ReservedNames = {
  title: "RDS",
  roles: ["rdsadmin", "rdsrepladmin", "rdstopmgr", "rdswriteforwarduser"],
  rolePrefixes: ["rds_"],
  databases: ["rdsadmin"],
};

/** Problems of a topology that AWS would refuse. */
export function awsProblems(topology: Topology): readonly TopologyProblem[] {
  return [
    ...storage(topology),
    ...reservedNames(topology, reserved),
    ...edgeProblems(topology),
    ...migrations(topology),
  ];
}

/** RDS User Guide, "Managing capacity automatically with storage autoscaling": `Invalid max storage size` below 10 % more. */
function storage({ postgres }: Topology): TopologyProblem[] {
  if (postgres === undefined) return [];
  const { storageGiB, maxStorageGiB } = postgres;
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

function migrations({ compute }: Topology): TopologyProblem[] {
  return compute.migrations
    .filter(({ timeoutSeconds }) => timeoutSeconds > mostMigrationSeconds)
    .map(({ name, timeoutSeconds }) => ({
      key: "app",
      found: `has a migration "${name}" of ${timeoutSeconds} seconds`,
      allowed: `at most ${mostMigrationSeconds} on aws, where a function of 15 minutes waits for it`,
    }));
}
