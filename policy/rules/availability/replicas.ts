import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import { isAtLeast, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import {
  autoscalerType,
  type Deployment,
  deploymentType,
  replicasOf,
  servicesOf,
  serviceType,
} from "../../kinds/workloads";

const two = isAtLeast(2, "replicas");

/**
 * What answers requests has more than one replica. Workers and schedulers may have one: no request waits for them. Cloud Run
 * starts another instance within seconds.
 */
export const rule: Rule = {
  id: "availability-replicas",
  title: "What answers requests has at least two replicas.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.14"], "SOC 2": ["A1.2"] },
  why: "Each update of a node, and each crash, is an outage.",
  fix: "Run at least two, or let an autoscaler keep at least two.",
  source: "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
  breaksBy: {
    "kubernetes:apps/v1:Deployment": [
      "metadata.name",
      "metadata.namespace",
      "spec.replicas",
      "spec.strategy.type",
      "spec.template.metadata.labels.*",
    ],
    "kubernetes:core/v1:Service": ["metadata.namespace", "spec.selector.*"],
    "aws:ecs/service:Service": ["desiredCount", "loadBalancers", "schedulingStrategy"],
    "azure-native:app:ContainerApp": ["configuration.ingress", "template.scale.minReplicas"],
    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": [
      "spec.minReplicas",
      "spec.scaleTargetRef.kind",
      "spec.scaleTargetRef.name",
    ],
  },
  levels: { dev: "disabled", staging: "disabled" },
  companions: [autoscalerType, serviceType, deploymentType],
  checks: {
    [deploymentType]: check<Deployment>((deployment, context) => {
      // One that must not run twice says so.
      if (deployment.at("spec").at("strategy").at("type").mayBe("Recreate")) return [];
      const replicas = replicasOf(deployment, context);
      if (servicesOf(deployment, context).length === 0 || replicas === undefined) return [];
      return must(replicas, two);
    }),
    "aws:ecs/service:Service": check<aws.ecs.ServiceArgs>((service) => {
      const balancers = service.at("loadBalancers");
      if (!balancers.known || balancers.items().length === 0) return [];
      return service.at("schedulingStrategy").mayBe("DAEMON") ? [] : must(service.at("desiredCount"), two);
    }),
    "azure-native:app:ContainerApp": check<azure.app.ContainerAppArgs>((app) =>
      app.at("configuration").at("ingress").isSet ? must(app.at("template").at("scale").at("minReplicas"), two) : [],
    ),
  },
};
