import * as ipaddr from "ipaddr.js";
import { type ReservedNames, reservedNames, type Topology, type TopologyProblem } from "../contract";

/** The Docker bridge of Cloud SQL's machines: connections from this range fail (GoogleCloudPlatform/gcpdiag, WARN_2022_001). */
const dockerBridge = "172.17.0.0/16";
/** Cloud Run tasks of a job live a week at most ("Set task timeout (jobs)"). */
const mostJobSeconds = 7 * 24 * 3600;

/**
 * Cloud SQL, "About PostgreSQL users and roles": `postgres` and `cloudsqlsuperuser` are made with every instance. The database
 * `cloudsqladmin` is seen in listings of instances, which others have published; no page of Google was found (2026-11-30).
 */
const reserved: ReservedNames = {
  title: "Cloud SQL",
  roles: ["postgres"],
  rolePrefixes: ["cloudsql"],
  databases: ["cloudsqladmin"],
};

/** Problems of a topology that Google Cloud would refuse. */
export function gcpProblems(topology: Topology): readonly TopologyProblem[] {
  return [...network(topology), ...reservedNames(topology, reserved), ...jobs(topology), ...redirects(topology)];
}

function network({ network: { cidr } }: Topology): TopologyProblem[] {
  if (!ipaddr.IPv4.isValidCIDR(cidr)) return [];
  const [address] = ipaddr.IPv4.parseCIDR(cidr);
  if (!address.match(ipaddr.IPv4.parseCIDR(dockerBridge))) return [];
  return [
    {
      key: "overrides.network.cidr",
      found: `is "${cidr}", in a range that Cloud SQL keeps for itself`,
      allowed: `a private range outside of ${dockerBridge}, such as 10.0.0.0/16`,
    },
  ];
}

function jobs({ compute: { migrations, cronJobs } }: Topology): TopologyProblem[] {
  return [...migrations, ...cronJobs]
    .filter(({ timeoutSeconds }) => timeoutSeconds > mostJobSeconds)
    .map(({ name, timeoutSeconds }) => ({
      key: "app",
      found: `has a job "${name}" of ${timeoutSeconds} seconds`,
      allowed: `at most ${mostJobSeconds} on gcp, as a task of Cloud Run lives no longer than a week`,
    }));
}

/** A URL map redirects to a host and a path (`urlRedirect` of the Compute Engine API). */
function redirects({ edge }: Topology): TopologyProblem[] {
  return (edge?.redirects ?? [])
    .filter(({ to }) => /[?#]/.test(to))
    .map(({ from, to }) => ({
      key: "app",
      found: `redirects "${from}" to "${to}"`,
      allowed: "an address without a query and a fragment on gcp, whose load balancer redirects to a host and a path",
    }));
}
