import type { ResourceFixtures } from "../../core/fixture";

const fix =
  "Name spec.loadBalancerSourceRanges, use a ClusterIP, or make the load balancer internal by its annotation.";
const type = "kubernetes:core/v1:Service";
const patch = `${type}Patch`;
const world = { ports: [{ port: 5432 }], loadBalancerSourceRanges: ["0.0.0.0/0"] };
const database = { type: "LoadBalancer", ports: [{ port: 5432 }] };
const harmless = {
  "spec.type": "without the type there is no load balancer",
  "spec.ports": "without ports nothing is open",
  "spec.ports[0].port": "the exception is for every port",
};

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a patch that leaves out the sources", type: patch, properties: { spec: database }, harmless },
    {
      name: "a patch with named sources",
      type: patch,
      properties: { spec: { ...world, loadBalancerSourceRanges: ["203.0.113.0/24"] } },
      harmless: {
        "spec.loadBalancerSourceRanges": "a patch may leave them out, where what is patched has them",
        "spec.ports": harmless["spec.ports"],
        "spec.ports[0].port": harmless["spec.ports[0].port"],
      },
    },
    {
      name: "a gateway",
      type,
      properties: { spec: { type: "LoadBalancer", ports: [{ port: 443 }] } },
      harmless: { "spec.type": harmless["spec.type"] },
    },
    {
      name: "inside",
      type,
      properties: { spec: { type: "ClusterIP", ports: [{ port: 5432 }] } },
      harmless: { "spec.type": "only one type is open to the internet" },
    },
    {
      name: "named sources",
      type,
      properties: { spec: { ...database, loadBalancerSourceRanges: ["203.0.113.0/24"] } },
      harmless,
    },
    {
      name: "for the network",
      type,
      properties: {
        metadata: { annotations: { "networking.gke.io/load-balancer-type": "Internal" } },
        spec: database,
      },
      harmless,
    },
    {
      name: "a port of one's own choice",
      type,
      properties: { spec: { type: "LoadBalancer", ports: [{ port: 5432 }] } },
      settings: { ports: [5432] },
      harmless: { "spec.type": harmless["spec.type"] },
    },
  ],
  fails: [
    ...[world, { ...world, type: "LoadBalancer" }].map((spec) => ({
      name: `a patch to everybody, ${Object.keys(spec).join(", ")}`,
      type: patch,
      properties: { spec },
      messages: [
        `spec.loadBalancerSourceRanges is ["0.0.0.0/0"] for port 5432; required: addresses that you know. ${fix}`,
      ],
    })),
    {
      name: "a database",
      type,
      properties: { spec: database },
      messages: [`spec.loadBalancerSourceRanges is not set for port 5432; required: addresses that you know. ${fix}`],
    },
    {
      name: "everybody by name",
      type,
      properties: {
        spec: { type: "LoadBalancer", ports: [{ port: 443 }, { port: 22 }], loadBalancerSourceRanges: ["0.0.0.0/0"] },
      },
      messages: [
        `spec.loadBalancerSourceRanges is ["0.0.0.0/0"] for port 22; required: addresses that you know. ${fix}`,
      ],
    },
  ],
};
