import type { StackFixtures } from "../../core/fixture";
import { autoscalerType, deploymentType } from "../../kinds/workloads";

const web = (replicas: number, pod: object) => ({
  name: "web",
  type: deploymentType,
  properties: { metadata: { name: "web" }, spec: { replicas, template: { spec: pod } } },
});
const zone = { maxSkew: 1, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway" };

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "over zones",
      resources: [web(3, { topologySpreadConstraints: [zone] })],
      messages: {},
      harmless: {
        "web.spec.replicas": "One alone is on one node.",
      },
    },
    {
      name: "apart",
      resources: [web(3, { affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } } })],
      messages: {},
      harmless: {
        "web.spec.replicas": "One alone is on one node.",
      },
    },
    {
      name: "one alone",
      resources: [web(1, {})],
      messages: {},
    },
    {
      name: "anywhere, three by an autoscaler",
      resources: [
        web(1, {}),
        {
          name: "autoscaler",
          type: autoscalerType,
          properties: { spec: { scaleTargetRef: { kind: "Deployment", name: "web" }, minReplicas: 3 } },
        },
      ],
      messages: {
        web: [
          "spec.template.spec.topologySpreadConstraints is not set; required: at least one, or podAntiAffinity. Add topologySpreadConstraints by topology.kubernetes.io/zone, or anti-affinity of the Pods.",
        ],
      },
    },
    {
      name: "anywhere",
      resources: [web(3, {})],
      messages: {
        web: [
          "spec.template.spec.topologySpreadConstraints is not set; required: at least one, or podAntiAffinity. Add topologySpreadConstraints by topology.kubernetes.io/zone, or anti-affinity of the Pods.",
        ],
      },
    },
  ],
};
