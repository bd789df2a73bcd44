import type { ResourceFixtures } from "../../core/fixture";

const mend = "Run tasks in private subnets, and let them out through NAT.";
const types = ["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"];

export const fixtures: ResourceFixtures = {
  passes: types.map((type) => ({
    name: "private",
    type,
    properties: { networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: false } },
  })),
  fails: types.map((type) => ({
    name: "public",
    type,
    properties: { networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: true } },
    messages: [`networkConfiguration.assignPublicIp is true; required: false. ${mend}`],
  })),
};
