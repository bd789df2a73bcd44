import type { StackFixtures } from "../../core/fixture";
import { autoscalerType, deploymentType, disruptionBudgetType } from "../../kinds/workloads";

const fix = "Add a PodDisruptionBudget with maxUnavailable: 1 and the Deployment's labels as selector.";
const metadata = { name: "web", namespace: "shop" };
const deployment = (replicas: number) => ({
  name: "web",
  type: deploymentType,
  properties: { metadata, spec: { replicas, template: { metadata: { labels: { app: "web" } } } } },
});
const budget = (spec: object, labels: object = { app: "web" }) => ({
  name: "budget",
  type: disruptionBudgetType,
  properties: { metadata, spec: { selector: { matchLabels: labels }, ...spec } },
});

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "with a budget",
      resources: [deployment(3), budget({ maxUnavailable: 1 })],
      messages: {},
      harmless: {
        "web.spec.replicas": "One alone needs no budget.",
      },
    },
    {
      name: "one alone",
      resources: [deployment(1)],
      messages: {},
    },
    {
      name: "without, three by an autoscaler",
      resources: [
        deployment(1),
        {
          name: "autoscaler",
          type: autoscalerType,
          properties: { spec: { scaleTargetRef: { kind: "Deployment", name: "web" }, minReplicas: 3 } },
        },
      ],
      messages: { web: [`disruption budget is not there; required: a PodDisruptionBudget of these Pods. ${fix}`] },
    },
    {
      name: "without",
      resources: [deployment(3), budget({ maxUnavailable: 1 }, { app: "api" })],
      messages: { web: [`disruption budget is not there; required: a PodDisruptionBudget of these Pods. ${fix}`] },
    },
    {
      name: "with a budget of none",
      resources: [deployment(3), budget({ maxUnavailable: 0 })],
      messages: { web: [`its budget's maxUnavailable is 0; required: at least 1. ${fix}`] },
    },
  ],
};
