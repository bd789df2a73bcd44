import type { ResourceFixtures } from "../../core/fixture";

const fix = "Keep the broker in private subnets, and let its clients in by their security groups.";
const mq = "aws:mq/broker:Broker";
const msk = "aws:msk/cluster:Cluster";
const kafka = (type: string) => ({ brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type } } } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "private", type: mq, properties: { publiclyAccessible: false } },
    { name: "private", type: msk, properties: kafka("DISABLED") },
    { name: "nothing said", type: msk, properties: { brokerNodeGroupInfo: { instanceType: "kafka.m7g.large" } } },
  ],
  fails: [
    {
      name: "public",
      type: mq,
      properties: { publiclyAccessible: true },
      messages: [`publiclyAccessible is true; required: false. ${fix}`],
    },
    {
      name: "public",
      type: msk,
      properties: kafka("SERVICE_PROVIDED_EIPS"),
      messages: [
        `brokerNodeGroupInfo.connectivityInfo.publicAccess.type is "SERVICE_PROVIDED_EIPS"; required: "DISABLED". ${fix}`,
      ],
    },
  ],
};
