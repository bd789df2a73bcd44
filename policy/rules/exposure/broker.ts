import type * as aws from "@pulumi/aws";
import { isNotTrue, isOneOf, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/**
 * Message brokers have no public address. SQS, SNS and Pub/Sub are reached by signed requests, which
 * `exposure-resource-policy` looks after; `exposure-platform-network` looks after Azure's.
 */
export const rule: Rule = {
  id: "exposure-broker",
  title: "Message brokers have no public address.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "Whoever reaches a broker and guesses a password reads the messages of all applications, and writes some.",
  fix: "Keep the broker in private subnets, and let its clients in by their security groups.",
  source: "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html",
  breaksBy: {
    "aws:mq/broker:Broker": ["publiclyAccessible"],
    "aws:msk/cluster:Cluster": ["brokerNodeGroupInfo.connectivityInfo.publicAccess.type"],
  },
  checks: {
    "aws:mq/broker:Broker": check<aws.mq.BrokerArgs>((broker) => must(broker.at("publiclyAccessible"), isNotTrue)),
    // MSK's words for no public address, which is the default, and for one.
    "aws:msk/cluster:Cluster": check<aws.msk.ClusterArgs>((cluster) =>
      mustIfSet(
        cluster.at("brokerNodeGroupInfo").at("connectivityInfo").at("publicAccess").at("type"),
        isOneOf(["DISABLED"]),
      ),
    ),
  },
};
