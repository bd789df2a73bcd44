import type { ResourceFixtures } from "../../core/fixture";

const type = "aws:msk/cluster:Cluster";
const fix = 'Set encryptionInfo.encryptionInTransit: { clientBroker: "TLS" }, and leave inCluster on.';
const transit = (encryptionInTransit: object) => ({ encryptionInfo: { encryptionInTransit } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "as it comes", type, properties: {} },
    { name: "TLS", type, properties: transit({ clientBroker: "TLS", inCluster: true }) },
  ],
  fails: [
    {
      name: "both",
      type,
      properties: transit({ clientBroker: "TLS_PLAINTEXT", inCluster: false }),
      messages: [
        `encryptionInfo.encryptionInTransit.clientBroker is "TLS_PLAINTEXT"; required: "TLS". ${fix}`,
        `encryptionInfo.encryptionInTransit.inCluster is false; required: true. ${fix}`,
      ],
    },
  ],
};
