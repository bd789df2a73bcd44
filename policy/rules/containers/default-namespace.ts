import type { types } from "@pulumi/kubernetes";
import { must, type Requirement } from "../../core/finding";
import { check, forTypes, type Rule } from "../../core/rule";
import { podTypes } from "../../kinds/pods";

/** If left out, it is the provider's namespace, which is "default" unless the provider names another. */
const ownNamespace: Requirement = {
  words: "a namespace of its own",
  allows: (namespace) => !["", "default"].includes(namespace.text() ?? ""),
};

/** Workloads are in a namespace that was made for them. ECS has no such thing. */
export const rule: Rule = {
  id: "containers-default-namespace",
  title: "Workloads are in a namespace of their own.",
  severity: "low",
  frameworks: {
    "CIS Kubernetes 2.0.1": ["5.6.4"],
    "SOC 2": ["CC6.1"],
  },
  why: "Everything that names no namespace lands in the default one, so its roles, quotas and network policies suit no workload.",
  fix: "Name a namespace in metadata.namespace, or in the provider's namespace.",
  source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/",
  breaksBy: {
    "kinds that make Pods": ["metadata.namespace"],
  },
  checks: forTypes(
    podTypes,
    check<{ metadata: types.input.meta.v1.ObjectMeta }>((workload) =>
      must(workload.at("metadata").at("namespace"), ownNamespace),
    ),
  ),
};
