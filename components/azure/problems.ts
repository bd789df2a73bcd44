import { type ReservedNames, reservedNames, type Topology, type TopologyProblem } from "../contract";
import { largestContainer } from "./compute/sizes";
import { edgePaths } from "./edge/paths";
import { redirectPort } from "./edge/redirect-target";
import { storageSizes } from "./postgres/storage";
import { azureRegions, regionsWithoutStandby } from "./regions";

/** Ranges that Container Apps keeps for itself ("Networking in Azure Container Apps environment", subnet restrictions). */
const reservedRanges = ["172.30.", "172.31."];

/** Days that a workspace keeps logs ("Manage data retention in a Log Analytics workspace"). */
const mostLogDays = 730;

/** Routes of a profile ("Azure subscription and service limits", Azure Front Door Premium). */
const mostRoutes = 200;

/**
 * Names of the administrator that the service refuses (quickstart "Create an Azure Database for PostgreSQL", server admin login) and
 * the role `azuresu` ("Describe built-in Azure Database for PostgreSQL server roles"). `azure_maintenance` is in the same quickstart,
 * `azure_sys` in Microsoft's own extension for databases, which hides both. `replication` was not verified (2026-11-30).
 */
const reserved: ReservedNames = {
  title: "Azure Database for PostgreSQL",
  roles: ["azure_superuser", "azure_pg_admin", "admin", "administrator", "root", "guest", "azuresu", "replication"],
  rolePrefixes: [],
  databases: ["azure_maintenance", "azure_sys"],
};

/** Problems of a topology that Azure would refuse, or silently reduce. */
export function azureProblems(topology: Topology): readonly TopologyProblem[] {
  const found = [
    ...[network(topology), logs(topology), storage(topology), workloads(topology)],
    ...[tooManyRoutes(topology), redirects(topology), standby(topology)],
  ];
  return [...found.flat(), ...reservedNames(topology, reserved)];
}

function network({ network: { cidr } }: Topology): TopologyProblem[] {
  if (!reservedRanges.some((start) => cidr.startsWith(start))) return [];
  return [
    {
      key: "overrides.network.cidr",
      found: `is "${cidr}", in a range that Container Apps keeps for itself`,
      allowed: "a private range outside of 172.30.0.0/16 and 172.31.0.0/16, such as 10.0.0.0/16",
    },
  ];
}

function logs(topology: Topology): TopologyProblem[] {
  const retentionDays: Readonly<Record<string, number>> = {
    "overrides.network.flowLogRetentionDays": topology.network.flowLogRetentionDays,
    "overrides.logRetentionDays": topology.compute.logRetentionDays,
    "overrides.edge.accessLogRetentionDays": topology.edge?.accessLogRetentionDays ?? 0,
  };
  return Object.entries(retentionDays)
    .filter(([, days]) => days > mostLogDays)
    .map(([key, days]) => ({
      key,
      found: `is ${days}`,
      allowed: `at most ${mostLogDays} days on azure, as Log Analytics keeps logs no longer`,
    }));
}

function storage({ postgres }: Topology): TopologyProblem[] {
  if (postgres === undefined) return [];
  const { storageGiB } = postgres;
  const most = Math.max(...storageSizes);
  if (storageGiB <= most) return [];
  return [{ key: "overrides.postgres.storageGiB", found: `is ${storageGiB}`, allowed: `at most ${most} GiB on azure` }];
}

function workloads({ compute: { services, migrations, cronJobs } }: Topology): TopologyProblem[] {
  const { cpuMillicores, memoryMiB } = largestContainer;
  return [...services, ...migrations, ...cronJobs]
    .filter(({ limits }) => limits.cpuMillicores > cpuMillicores || limits.memoryMiB > memoryMiB)
    .map(({ name, limits }) => ({
      key: "app",
      found: `has a workload "${name}" of ${limits.cpuMillicores} millicores and ${limits.memoryMiB} MiB`,
      allowed: `at most ${cpuMillicores} millicores and ${memoryMiB} MiB on azure, as Container Apps has no larger container`,
    }));
}

function standby({ context: { region }, postgres }: Topology): TopologyProblem[] {
  if (postgres === undefined || !postgres.highAvailability || !regionsWithoutStandby.some((each) => each === region))
    return [];
  const others = azureRegions.filter((each) => !regionsWithoutStandby.includes(each));
  return [
    {
      key: "region",
      found: `is "${region}", where Azure Database for PostgreSQL has no standby in another zone`,
      allowed: `false for overrides.postgres.highAvailability, or one of ${others.join(", ")}`,
    },
  ];
}

function redirects({ edge }: Topology): TopologyProblem[] {
  return (edge?.redirects ?? [])
    .filter((redirect) => redirectPort(redirect) !== "")
    .map(({ from, to }) => ({
      key: "app",
      found: `redirects "${from}" to "${to}"`,
      allowed: "an address without a port on azure, as Front Door redirects to the default port only",
    }));
}

function tooManyRoutes({ edge }: Topology): TopologyProblem[] {
  const count = edge === undefined ? 0 : edgePaths(edge).length;
  if (count <= mostRoutes) return [];
  return [
    {
      key: "app",
      found: `has ${count} pairs of host and path`,
      allowed: `at most ${mostRoutes} on azure, as Front Door has no more routes in a profile: fewer hosts, or paths that hold for one of them`,
    },
  ];
}
