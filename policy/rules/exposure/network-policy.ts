import type { types } from "@pulumi/kubernetes";
import { alike, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";

const networkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
/** Network plugins have policies of their own, which may do the same; what is in them is not read. */
const ofPlugins = [
  "kubernetes:cilium.io/v2:CiliumNetworkPolicy",
  "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
  "kubernetes:crd.projectcalico.org/v1:GlobalNetworkPolicy",
  "kubernetes:projectcalico.org/v3:GlobalNetworkPolicy",
  "kubernetes:projectcalico.org/v3:NetworkPolicy",
];

type Policy = { spec?: types.input.networking.v1.NetworkPolicySpec };
type Namespace = { metadata?: types.input.meta.v1.ObjectMeta };

/** A policy for every Pod that allows nothing: what no other policy allows is refused. */
function deniesByDefault(policy: View<Policy>): boolean {
  const spec = policy.at("spec");
  const selector = spec.at("podSelector");
  const types = spec.at("policyTypes");
  const ingress = spec.at("ingress");
  if (![spec, selector, types, ingress].every(({ known }) => known)) return true;
  const everyPod = selector.isObject && !selector.entries().some(([, part]) => part.isSet);
  // Left out, the types are those that the policy has rules of, and Ingress always.
  const items = types.items();
  const ofIngress = items.length === 0 || items.some((item) => item.mayBe("Ingress"));
  return everyPod && ofIngress && ingress.items().length === 0;
}

/** Pods of a namespace are reached only by what a policy names. */
export const rule: Rule = {
  id: "exposure-network-policy",
  title: "Each namespace refuses connections that no NetworkPolicy allows.",
  severity: "medium",
  frameworks: {
    "CIS Kubernetes 2.0.1": ["5.3.2"],
    "ISO 27001:2022": ["A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "Without a policy every Pod of the cluster reaches every other one, and whoever breaks into one is at the databases.",
  fix: 'Add a NetworkPolicy with podSelector {} and policyTypes ["Ingress", "Egress"] to the namespace, and allow what is needed.',
  source: "https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic",
  breaksBy: {
    ...alike(
      [
        "kubernetes:core/v1:Namespace",
        "kubernetes:cilium.io/v2:CiliumNetworkPolicy",
        "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
        "kubernetes:crd.projectcalico.org/v1:GlobalNetworkPolicy",
        "kubernetes:projectcalico.org/v3:GlobalNetworkPolicy",
        "kubernetes:projectcalico.org/v3:NetworkPolicy",
      ],
      [],
    ),
    "kubernetes:networking.k8s.io/v1:NetworkPolicy": [
      "metadata.namespace",
      "spec.ingress",
      "spec.podSelector.matchLabels",
      "spec.policyTypes",
    ],
  },
  companions: [networkPolicy, ...ofPlugins],
  checks: {
    "kubernetes:core/v1:Namespace": check<Namespace>((namespace, context) => {
      const policies = context.companions<Policy>(networkPolicy, "metadata.namespace");
      if (policies.some(({ properties }) => deniesByDefault(properties)) || context.all(ofPlugins).length > 0)
        return [];
      const found = policies.length === 0 ? "without a NetworkPolicy" : "without a NetworkPolicy that refuses the rest";
      return [{ path: namespace.at("metadata").at("name").path, found, required: "one that denies by default" }];
    }),
  },
};
