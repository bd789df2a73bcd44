import type { ResourceFixtures } from "../../core/fixture";

const fix = "Use a ClusterIP Service behind a Gateway or an Ingress.";
const type = "kubernetes:core/v1:Service";
const patch = `${type}Patch`;
const others = "all other types are behind something";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "inside",
      type,
      properties: { spec: { type: "ClusterIP", externalIPs: [], ports: [{ port: 80 }] } },
      harmless: { "spec.type": others },
    },
    {
      name: "a load balancer",
      type,
      properties: { spec: { type: "LoadBalancer", ports: [{ port: 443 }] } },
      harmless: { "spec.type": others },
    },
    { name: "a patch", type: patch, properties: { spec: { type: "ClusterIP" } }, harmless: { "spec.type": others } },
    { name: "nothing said", type, properties: { spec: { ports: [{ port: 80 }] } } },
  ],
  fails: [
    {
      name: "a patch",
      type: patch,
      properties: { spec: { type: "NodePort" } },
      messages: [`spec.type is "NodePort"; required: not "NodePort". ${fix}`],
    },
    {
      name: "a port of nodes",
      type,
      properties: { spec: { type: "NodePort", ports: [{ port: 80, nodePort: 30080 }] } },
      messages: [`spec.type is "NodePort"; required: not "NodePort". ${fix}`],
    },
    {
      name: "somebody's address",
      type,
      properties: { spec: { externalIPs: ["203.0.113.1"] } },
      messages: [`spec.externalIPs[0] is "203.0.113.1"; required: none. ${fix}`],
    },
  ],
};
