import type { ResourceFixtures } from "../../core/fixture";

const fix = "Name a KMS key; for a queue, sqsManagedSseEnabled is enough.";
const queue = "aws:sqs/queue:Queue";
const topic = "aws:sns/topic:Topic";
const stream = "aws:kinesis/stream:Stream";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a queue that leaves it to SQS", type: queue, properties: {} },
    { name: "a queue with a key", type: queue, properties: { kmsMasterKeyId: "k", sqsManagedSseEnabled: false } },
    { name: "a topic", type: topic, properties: { kmsMasterKeyId: "alias/aws/sns" } },
    { name: "a stream", type: stream, properties: { encryptionType: "KMS" } },
  ],
  fails: [
    {
      name: "a queue that says no",
      type: queue,
      properties: { sqsManagedSseEnabled: false },
      messages: [`sqsManagedSseEnabled is false; required: true. ${fix}`],
    },
    {
      name: "a topic",
      type: topic,
      properties: {},
      messages: [`kmsMasterKeyId is not set; required: a value. ${fix}`],
    },
    {
      name: "a stream",
      type: stream,
      properties: { encryptionType: "NONE" },
      messages: [`encryptionType is "NONE"; required: "KMS". ${fix}`],
    },
  ],
};
