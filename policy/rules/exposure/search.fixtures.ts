import type { ResourceFixtures } from "../../core/fixture";

const fix =
  "Name subnets in vpcOptions when the domain is made; name SourceVPCEs or SourceServices in the network policy of collections.";
const types = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];

const collections = "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";
const resources = { Rules: [{ ResourceType: "collection", Resource: ["collection/logs"] }] };
const inNetwork = { ...resources, AllowFromPublic: false, SourceVPCEs: ["vpce-050f79086ee71ac05"] };
const policy = (type: string, document: unknown) => ({ name: "logs", type, policy: JSON.stringify(document) });

export const fixtures: ResourceFixtures = {
  passes: [
    ...types.map((type) => ({
      name: "in a network",
      type,
      properties: { vpcOptions: { subnetIds: ["subnet-1"] } },
    })),
    {
      name: "collections in a network",
      type: collections,
      properties: policy("network", [inNetwork]),
      harmless: { policy: "What is no list of rules opens nothing." },
    },
    {
      name: "collections' keys",
      type: collections,
      properties: policy("encryption", { ...resources, AWSOwnedKey: true }),
      harmless: { policy: "What is no list of rules opens nothing." },
    },
  ],
  fails: [
    ...types.map((type) => ({
      name: "public",
      type,
      properties: { domainName: "logs" },
      messages: [`vpcOptions.subnetIds is not set; required: private subnets. ${fix}`],
    })),
    {
      name: "one rule of two opens collections",
      type: collections,
      properties: policy("network", [inNetwork, { ...resources, AllowFromPublic: true }]),
      messages: [`policy[1].AllowFromPublic is true; required: false. ${fix}`],
    },
  ],
};
