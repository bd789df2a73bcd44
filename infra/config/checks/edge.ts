import * as ipaddr from "ipaddr.js";
import { targets } from "../../../components/targets";
import type { RouteFacts } from "../../apps/application";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** The zone must belong to the domain; the cloud would find the mistake late. */
export function checkZone({ config: { cloud, dnsZone, domain } }: CheckInput, problems: ConfigProblems): void {
  if (dnsZone === undefined) return;
  const own = cloud === undefined ? "named" : targets[cloud].dnsZone;
  if (own !== "named") {
    problems.add("dnsZone", `is set on ${cloud}`, `no value: ${own.unused}`);
  } else if (domain !== undefined && domain !== dnsZone && !domain.endsWith(`.${dnsZone}`)) {
    problems.add("dnsZone", `is "${dnsZone}", which does not hold ${domain}`, `${domain}, or a domain above it`);
  }
}

/** Denied address ranges are written as the clouds read them. */
export function checkEdge({ config: { overrides } }: CheckInput, problems: ConfigProblems): void {
  (overrides?.edge?.deniedCidrs ?? []).forEach((cidr, i) => {
    if (!ipaddr.isValidCIDR(cidr)) {
      problems.add(`overrides.edge.deniedCidrs.${i}`, `is "${cidr}"`, "an address range, such as 203.0.113.0/24");
    }
  });
}

/** Every path of every host has an answer, from a service or bucket of the application. */
export function checkRoutes({ facts }: CheckInput, problems: ConfigProblems): void {
  if (facts?.edge === undefined) return;
  const { edge, buckets } = facts;
  const services = facts.services.filter(({ port }) => port !== undefined).map(({ name }) => name);
  if (edge.hosts.length === 0) problems.add("app", "has an edge without a host", "at least one host, or no edge");
  for (const { host, service } of edge.hosts) {
    const everywhere = edge.routes.some((route) => route.path === "/*" && (route.host ?? host) === host);
    if (service === undefined && !everywhere) {
      problems.add("app", `has a host "${host}" without a service`, 'a service for it, or a route "/*"');
    }
    if (service !== undefined && !services.includes(service)) {
      problems.add("app", `has a host "${host}" of the service "${service}"`, oneOf("service with a port", services));
    }
  }
  for (const route of edge.routes) {
    if (route.service === undefined && route.bucket === undefined) {
      problems.add("app", `has ${routeName(route)} that nothing answers`, "a service or a bucket for it");
    }
    if (route.service !== undefined && !services.includes(route.service)) {
      problems.add(
        "app",
        `has ${routeName(route)} to the service "${route.service}"`,
        oneOf("service with a port", services),
      );
    }
    const names = buckets.map(({ name }) => name);
    if (route.bucket !== undefined && !names.includes(route.bucket)) {
      problems.add("app", `has ${routeName(route)} to the bucket "${route.bucket}"`, oneOf("bucket", names));
    }
  }
}

function routeName({ host, path }: RouteFacts): string {
  return `a route "${host ?? ""}${path}"`;
}

function oneOf(what: string, names: readonly string[]): string {
  return names.length === 0 ? `another origin: the application has no ${what}` : `one of ${names.join(", ")}`;
}
