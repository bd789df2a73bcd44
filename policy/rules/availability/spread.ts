import { check, type Rule } from "../../core/rule";
import { autoscalerType, type Deployment, deploymentType, replicasOf } from "../../kinds/workloads";

/** Replicas are not all on one node. */
export const rule: Rule = {
  id: "availability-spread",
  title: "Replicas are spread over nodes or zones.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.14"], "SOC 2": ["A1.2"] },
  why: "Three replicas on one node are gone with that node.",
  fix: "Add topologySpreadConstraints by topology.kubernetes.io/zone, or anti-affinity of the Pods.",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
  breaksBy: {
    "kubernetes:apps/v1:Deployment": [
      "metadata.name",
      "spec.replicas",
      "spec.template.spec.affinity.podAntiAffinity",
      "spec.template.spec.topologySpreadConstraints",
    ],
    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": [
      "spec.minReplicas",
      "spec.scaleTargetRef.kind",
      "spec.scaleTargetRef.name",
    ],
  },
  levels: { dev: "disabled", staging: "advisory" },
  companions: [autoscalerType],
  checks: {
    [deploymentType]: check<Deployment>((deployment, context) => {
      const replicas = replicasOf(deployment, context);
      if (replicas === undefined || (replicas.number() ?? 1) < 2) return [];
      const pod = deployment.at("spec").at("template").at("spec");
      const spread = pod.at("topologySpreadConstraints");
      const apart = pod.at("affinity").at("podAntiAffinity");
      return !spread.known || spread.items().length > 0 || !apart.known || apart.isObject
        ? []
        : [{ path: spread.path, found: spread.shown(), required: "at least one, or podAntiAffinity" }];
    }),
  },
};
