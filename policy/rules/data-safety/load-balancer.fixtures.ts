import type { ResourceFixtures } from "../../core/fixture";

const fix =
  "Set enableDeletionProtection; switch it off in a change of its own before the load balancer is meant to go.";
const type = "aws:lb/loadBalancer:LoadBalancer";

export const fixtures: ResourceFixtures = {
  passes: [{ name: "on", type, properties: { enableDeletionProtection: true } }],
  fails: [
    {
      name: "off",
      type,
      properties: { enableDeletionProtection: false },
      messages: [`enableDeletionProtection is false; required: true. ${fix}`],
    },
    {
      name: "says nothing",
      type: "aws:alb/loadBalancer:LoadBalancer",
      properties: {},
      messages: [`enableDeletionProtection is not set; required: true. ${fix}`],
    },
  ],
};
