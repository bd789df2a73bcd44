import type * as aws from "@pulumi/aws";
import { isOneOf, isSet, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Queues, topics and streams are encrypted at rest. */
export const rule: Rule = {
  id: "encryption-at-rest-queue",
  title: "Queues, topics and streams are encrypted at rest.",
  severity: "medium",
  frameworks: {
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
  },
  why: "Messages lie on disk for days, with whatever personal data they carry.",
  fix: "Name a KMS key; for a queue, sqsManagedSseEnabled is enough.",
  source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
  breaksBy: {
    "aws:sqs/queue:Queue": ["kmsMasterKeyId", "sqsManagedSseEnabled"],
    "aws:sns/topic:Topic": ["kmsMasterKeyId"],
    "aws:kinesis/stream:Stream": ["encryptionType"],
  },
  remedies: { "aws:sqs/queue:Queue": { sqsManagedSseEnabled: true } },
  checks: {
    // New queues are encrypted by SQS itself unless they say no.
    "aws:sqs/queue:Queue": check<aws.sqs.QueueArgs>((queue) =>
      queue.at("kmsMasterKeyId").isSet ? [] : mustIfSet(queue.at("sqsManagedSseEnabled"), isTrue),
    ),
    "aws:sns/topic:Topic": check<aws.sns.TopicArgs>((topic) => must(topic.at("kmsMasterKeyId"), isSet)),
    "aws:kinesis/stream:Stream": check<aws.kinesis.StreamArgs>((stream) =>
      must(stream.at("encryptionType"), isOneOf(["KMS"])),
    ),
  },
};
