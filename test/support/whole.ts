import assert from "node:assert/strict";
import type { EdgeSpec, HostSpec, RouteSpec, Topology } from "../../components/contract";
import type { ApplicationFacts, EdgeFacts, RouteFacts } from "../../infra/apps/application";

/** A topology of an application that leaves nothing out: it has a database, and an edge with a service behind every path. */
export interface WholeTopology extends Topology {
  postgres: NonNullable<Topology["postgres"]>;
  edge: Omit<EdgeSpec, "hosts" | "routes"> & { hosts: WithService<HostSpec>[]; routes: WithService<RouteSpec>[] };
}

/** What such an application is. */
export interface WholeFacts extends ApplicationFacts {
  postgres: NonNullable<ApplicationFacts["postgres"]>;
  redis: NonNullable<ApplicationFacts["redis"]>;
  edge: Omit<EdgeFacts, "hosts" | "routes"> & {
    hosts: WithService<EdgeFacts["hosts"][number]>[];
    routes: WithService<RouteFacts>[];
  };
}

type WithService<T extends { service?: string }> = T & { service: string };

/** Whether a topology is whole. */
export function isWhole({ postgres, redis, storage, edge }: Topology): boolean {
  if (postgres === undefined || edge === undefined || redis.length === 0 || storage.length === 0) return false;
  return [...edge.hosts, ...edge.routes].every(({ service }) => service !== undefined);
}

/** Holds a topology to be whole. */
export function assertWhole(topology: Topology): asserts topology is WholeTopology {
  assert.ok(isWhole(topology), `${topology.context.name} leaves something out`);
}

/** Holds an application's facts to be whole. */
export function assertWholeFacts(facts: ApplicationFacts): asserts facts is WholeFacts {
  assert.ok(facts.postgres !== undefined && facts.redis !== undefined && facts.edge !== undefined);
  for (const { service } of [...facts.edge.hosts, ...facts.edge.routes]) assert.ok(service !== undefined);
}
