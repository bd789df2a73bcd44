import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix =
  'Add a NetworkPolicy with podSelector {} and policyTypes ["Ingress", "Egress"] to the namespace, and allow what is needed.';
const required = "one that denies by default";
const namespace: StackFixtureResource = {
  name: "shop",
  type: "kubernetes:core/v1:Namespace",
  properties: { metadata: { name: "shop-prod" } },
};
const denial = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };

function policy(spec: object, name = "shop-prod"): StackFixtureResource {
  return {
    name: "denial",
    type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    properties: { metadata: { namespace: name, name: "default-deny" }, spec },
  };
}

export const fixtures: StackFixtures = {
  stacks: [
    { name: "denied by default", resources: [namespace, policy(denial)], messages: {} },
    {
      name: "denied by default, in short",
      resources: [namespace, policy({ podSelector: {}, ingress: [] })],
      messages: {},
    },
    {
      name: "a policy of a plugin",
      resources: [
        namespace,
        { name: "cilium", type: "kubernetes:cilium.io/v2:CiliumNetworkPolicy", properties: { spec: {} } },
      ],
      messages: {},
    },
    {
      name: "no policy",
      resources: [namespace],
      messages: { shop: [`metadata.name is without a NetworkPolicy; required: ${required}. ${fix}`] },
    },
    {
      name: "a policy of another namespace",
      resources: [namespace, policy(denial, "another")],
      messages: { shop: [`metadata.name is without a NetworkPolicy; required: ${required}. ${fix}`] },
    },
    {
      name: "a policy of some Pods",
      resources: [namespace, policy({ ...denial, podSelector: { matchLabels: { app: "web" } } })],
      messages: {
        shop: [`metadata.name is without a NetworkPolicy that refuses the rest; required: ${required}. ${fix}`],
      },
    },
    {
      name: "a policy that lets everybody in",
      resources: [namespace, policy({ ...denial, ingress: [{}] })],
      messages: {
        shop: [`metadata.name is without a NetworkPolicy that refuses the rest; required: ${required}. ${fix}`],
      },
    },
  ],
};
