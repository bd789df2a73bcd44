import type { ResourceFixtures } from "../../core/fixture";

const types = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];

export const fixtures: ResourceFixtures = {
  passes: types.map((type) => ({ name: "encrypted", type, properties: { encryptAtRest: { enabled: true } } })),
  fails: types.map((type) => ({
    name: "as it comes",
    type,
    properties: {},
    messages: ["encryptAtRest.enabled is not set; required: true. Set encryptAtRest: { enabled: true }."],
  })),
};
