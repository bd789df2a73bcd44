import type * as aws from "@pulumi/aws";
import { isNoneOf, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { withPatch } from "../../kinds/patches";
import { type Deployment, deploymentType } from "../../kinds/workloads";

/** A release that fails is taken back, or stops, before the last good replica has gone. */
export const rule: Rule = {
  id: "availability-rollout",
  title: "A release that fails stops while the last one still answers.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.32"], "SOC 2": ["A1.2", "CC8.1"] },
  why: "A broken image replaces every replica, and the outage lasts until somebody wakes up.",
  fix: "Set deploymentCircuitBreaker: { enable: true, rollback: true }; leave maxUnavailable below 100%.",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
  breaksBy: {
    "aws:ecs/service:Service": [
      "deploymentCircuitBreaker.enable",
      "deploymentCircuitBreaker.rollback",
      "deploymentController.type",
    ],
    "kubernetes:apps/v1:Deployment": ["spec.strategy.rollingUpdate.maxUnavailable", "spec.strategy.type"],
    "kubernetes:apps/v1:DeploymentPatch": ["spec.strategy.rollingUpdate.maxUnavailable", "spec.strategy.type"],
  },
  levels: { dev: "advisory" },
  checks: {
    "aws:ecs/service:Service": check<aws.ecs.ServiceArgs>((service) => {
      const controller = service.at("deploymentController").at("type");
      // Other controllers have their own way of taking back.
      if (controller.isSet && (!controller.known || controller.text() !== "ECS")) {
        return must(controller, isOneOf(["ECS", "CODE_DEPLOY", "EXTERNAL"]));
      }
      const breaker = service.at("deploymentCircuitBreaker");
      return [...must(breaker.at("enable"), isTrue), ...must(breaker.at("rollback"), isTrue)];
    }),
    ...withPatch(
      deploymentType,
      check<Deployment>((deployment) => {
        const strategy = deployment.at("spec").at("strategy");
        return [
          ...mustIfSet(strategy.at("type"), isOneOf(["RollingUpdate", "Recreate"])),
          ...mustIfSet(strategy.at("rollingUpdate").at("maxUnavailable"), {
            ...isNoneOf(["100%"]),
            words: "less than 100%",
            allows: (value) => value.number() !== undefined || /^\d{1,2}%$/.test(value.text() ?? ""),
          }),
        ];
      }),
    ),
  },
};
