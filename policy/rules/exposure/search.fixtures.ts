import type { ResourceFixtures } from "../../core/fixture";

const mend = "Name subnets in vpcOptions when the domain is made.";
const types = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];

export const fixtures: ResourceFixtures = {
  passes: types.map((type) => ({
    name: "in a network",
    type,
    properties: { vpcOptions: { subnetIds: ["subnet-1"] } },
  })),
  fails: types.map((type) => ({
    name: "public",
    type,
    properties: { domainName: "logs" },
    messages: [`vpcOptions.subnetIds is not set; required: private subnets. ${mend}`],
  })),
};
