import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Set domainEndpointOptions.enforceHttps and nodeToNodeEncryption.enabled to true.";
const types = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];

const rows: readonly RowFixture[] = [
  {
    type: "aws:cloudsearch/domain:Domain",
    path: "endpointOptions.enforceHttps",
    good: true,
    bad: false,
    words: "true",
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    ...types.map((type) => ({
      name: "with TLS",
      type,
      properties: { domainEndpointOptions: { enforceHttps: true }, nodeToNodeEncryption: { enabled: true } },
    })),
  ],
  fails: [
    ...failsOf(rows, fix),
    ...types.map((type) => ({
      name: "as it comes",
      type,
      properties: { nodeToNodeEncryption: { enabled: false } },
      messages: [
        `domainEndpointOptions.enforceHttps is not set; required: true. ${fix}`,
        `nodeToNodeEncryption.enabled is false; required: true. ${fix}`,
      ],
    })),
  ],
};
