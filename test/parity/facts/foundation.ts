import { type WorkloadSpec, workloadsOf } from "../../../components/contract";
import type { Fact, Values } from "../fact";

/** One value for each workload. */
export function byWorkload(value: (workload: WorkloadSpec) => unknown): Fact["asked"] {
  return (topology) =>
    Object.fromEntries(workloadsOf(topology.compute).map((workload) => [workload.name, value(workload)]));
}

/** Network, secrets and identity. */
export const foundationFacts = {
  "network: range": { options: ["network.subnets"], asked: ({ network }) => ({ network: network.cidr }) },
  "network: subnets": {
    options: ["network.subnets"],
    asked: ({ network }) => ({
      ...numbered("public", network.publicCidrs),
      ...numbered("private", network.privateCidrs),
      ...numbered("isolated", network.isolatedCidrs),
    }),
  },
  "network: zones": { options: ["network.zones"], asked: ({ network }) => ({ zones: network.zones }) },
  "network: NAT gateways": {
    options: ["network.nat"],
    asked: ({ network }) => ({ gateways: network.nat === "per-zone" ? network.zones : 1 }),
  },
  "network: days of flow logs": {
    options: ["network.flowLogRetentionDays"],
    asked: ({ network }) => ({ days: network.flowLogRetentionDays }),
  },
  "network: ports of egress by workload": {
    options: ["network.egress"],
    asked: (topology) =>
      byWorkload(({ egress }) => [
        ...new Set(
          topology.network.egress
            .filter(({ name }) => egress.includes(name))
            .map(({ port }) => port)
            .sort((a, b) => a - b),
        ),
      ])(topology),
  },
  "network: hosts of egress": {
    options: ["network.egress"],
    asked: ({ network }) => Object.fromEntries(network.egress.map(({ host, port }) => [`${host}:${port}`, true])),
  },
  "secrets: names": { asked: ({ secrets }) => Object.fromEntries(secrets.map(({ name }) => [name, true])) },
  "secrets: length of generated ones": {
    options: ["secrets.generated"],
    asked: ({ secrets }) =>
      Object.fromEntries(secrets.flatMap((s) => (s.kind === "generated" ? [[s.name, s.length]] : []))),
  },
  "identity: one of its own by workload": { options: ["identity.perWorkload"], asked: byWorkload(() => true) },
  "identity: buckets by workload": {
    options: ["identity.perWorkload"],
    asked: (topology) =>
      Object.fromEntries(
        workloadsOf(topology.compute)
          .filter(({ buckets }) => Object.keys(buckets).length > 0)
          .map(({ name, buckets }) => [
            name,
            Object.entries(buckets)
              .map(([bucket, access]) => `${bucket} ${access}`)
              .sort(),
          ]),
      ),
  },
  "labels: on the database": {
    asked: ({ context: { labels } }) => ({
      app: labels.app,
      environment: labels.environment,
      "cost-center": labels["cost-center"],
      "managed-by": labels["managed-by"],
    }),
  },
} as const satisfies Record<string, Fact>;

function numbered(kind: string, cidrs: string[]): Values {
  return Object.fromEntries(cidrs.map((cidr, i) => [`${kind}-${i + 1}`, cidr]));
}
