import type { ResourceFixtures } from "../../core/fixture";
import { withPatches } from "../../kinds/patches.fixtures";
import { deploymentType } from "../../kinds/workloads";

const fix = "Set deploymentCircuitBreaker: { enable: true, rollback: true }; leave maxUnavailable below 100%.";
const ecs = "aws:ecs/service:Service";
const rolling = (maxUnavailable: unknown) => ({
  spec: { strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable } } },
});

const own: ResourceFixtures = {
  passes: [
    { name: "with a breaker", type: ecs, properties: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    { name: "blue-green", type: ecs, properties: { deploymentController: { type: "CODE_DEPLOY" } } },
    { name: "as it comes", type: deploymentType, properties: { spec: { replicas: 2 } } },
    { name: "none at a time", type: deploymentType, properties: rolling(0) },
    { name: "a quarter at a time", type: deploymentType, properties: rolling("25%") },
    { name: "one that must be one", type: deploymentType, properties: { spec: { strategy: { type: "Recreate" } } } },
  ],
  fails: [
    {
      name: "as it comes",
      type: ecs,
      properties: { deploymentCircuitBreaker: { enable: true } },
      messages: [`deploymentCircuitBreaker.rollback is not set; required: true. ${fix}`],
    },
    {
      name: "all at a time",
      type: deploymentType,
      properties: rolling("100%"),
      messages: [`spec.strategy.rollingUpdate.maxUnavailable is "100%"; required: less than 100%. ${fix}`],
    },
  ],
};

export const fixtures: ResourceFixtures = withPatches(own, [deploymentType]);
