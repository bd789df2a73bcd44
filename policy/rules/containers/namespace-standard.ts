import type * as kubernetes from "@pulumi/kubernetes";
import { isOneOf, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const label = "pod-security.kubernetes.io/enforce";

const standards = isOneOf(["restricted", "baseline"]);

/** Namespaces refuse Pods that ask for more than they may. */
export const rule: Rule = {
  id: "containers-namespace-standard",
  title: "Namespaces enforce a Pod Security Standard.",
  severity: "medium",
  frameworks: {
    "CIS Kubernetes 2.0.1": ["5.2.1"],
    "SOC 2": ["CC6.1"],
  },
  why: "What did not come through Pulumi, by hand or from an operator, is judged by the cluster alone.",
  fix: `Label the namespace ${label}: restricted.`,
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/",
  breaksBy: {
    "kubernetes:core/v1:Namespace": ['metadata.labels["pod-security.kubernetes.io/enforce"]'],
    "kubernetes:core/v1:NamespacePatch": ['metadata.labels["pod-security.kubernetes.io/enforce"]'],
  },
  checks: {
    "kubernetes:core/v1:Namespace": check<kubernetes.core.v1.NamespaceArgs>((namespace) =>
      must(namespace.at("metadata").at("labels").at(label), standards),
    ),
    // A patch leaves the label as it was where it does not name it.
    "kubernetes:core/v1:NamespacePatch": check<kubernetes.core.v1.NamespacePatchArgs>((namespace) =>
      mustIfSet(namespace.at("metadata").at("labels").at(label), standards),
    ),
  },
};
