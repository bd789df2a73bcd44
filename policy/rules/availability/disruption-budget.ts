import type { Finding } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import {
  autoscalerType,
  type Deployment,
  type DisruptionBudget,
  deploymentType,
  disruptionBudgetType,
  replicasOf,
  selects,
} from "../../kinds/workloads";

/** What has several replicas keeps some of them while nodes are drained. */
export const rule: Rule = {
  id: "availability-disruption-budget",
  title: "Deployments of several replicas have a disruption budget that lets nodes be drained.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.14"], "SOC 2": ["A1.2"] },
  why: "The upgrade of a cluster drains all nodes of a Deployment at once; a budget of none stops the upgrade instead.",
  fix: "Add a PodDisruptionBudget with maxUnavailable: 1 and the Deployment's labels as selector.",
  source: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  breaksBy: {
    "kubernetes:apps/v1:Deployment": [
      "metadata.name",
      "metadata.namespace",
      "spec.replicas",
      "spec.template.metadata.labels.*",
    ],
    "kubernetes:policy/v1:PodDisruptionBudget": [
      "metadata.namespace",
      "spec.maxUnavailable",
      "spec.selector.matchLabels.*",
    ],
    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": [
      "spec.minReplicas",
      "spec.scaleTargetRef.kind",
      "spec.scaleTargetRef.name",
    ],
  },
  levels: { dev: "disabled", staging: "advisory" },
  companions: [disruptionBudgetType, autoscalerType, deploymentType],
  checks: {
    [deploymentType]: check<Deployment>((deployment, context): Finding[] => {
      const replicas = replicasOf(deployment, context);
      if (replicas === undefined || (replicas.number() ?? 1) < 2) return [];
      const budgets = context
        .all<DisruptionBudget>(disruptionBudgetType)
        .filter(({ properties }) =>
          selects(
            properties.at("spec").at("selector").at("matchLabels"),
            properties.at("metadata").at("namespace"),
            deployment,
            true,
          ),
        );
      if (budgets.length === 0) {
        return [{ path: "disruption budget", found: "not there", required: "a PodDisruptionBudget of these Pods" }];
      }
      return budgets.flatMap(({ properties }) => {
        const unavailable = properties.at("spec").at("maxUnavailable");
        const none = unavailable.number() === 0 || unavailable.text() === "0%";
        return none
          ? [{ path: "its budget's maxUnavailable", found: unavailable.shown(), required: "at least 1" }]
          : [];
      });
    }),
  },
};
