import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set domainEndpointOptions.enforceHttps and nodeToNodeEncryption.enabled to true.";
const types = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];

export const fixtures: ResourceFixtures = {
  passes: types.map((type) => ({
    ...{ name: "with TLS", type },
    properties: { domainEndpointOptions: { enforceHttps: true }, nodeToNodeEncryption: { enabled: true } },
  })),
  fails: types.map((type) => ({
    ...{ name: "as it comes", type, properties: { nodeToNodeEncryption: { enabled: false } } },
    messages: [
      `domainEndpointOptions.enforceHttps is not set; required: true. ${mend}`,
      `nodeToNodeEncryption.enabled is false; required: true. ${mend}`,
    ],
  })),
};
