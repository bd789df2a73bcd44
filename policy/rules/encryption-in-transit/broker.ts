import type * as aws from "@pulumi/aws";
import { isNotFalse, isOneOf, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Brokers of messages take TLS only. Pub/Sub and Event Hubs can't do otherwise. */
export const rule: Rule = {
  id: "encryption-in-transit-broker",
  title: "Brokers of messages take TLS only.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "Every message crosses the network in clear text.",
  fix: 'Set encryptionInfo.encryptionInTransit: { clientBroker: "TLS" }, and leave inCluster on.',
  source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
  breaksBy: {
    "aws:msk/cluster:Cluster": [
      "encryptionInfo.encryptionInTransit.clientBroker",
      "encryptionInfo.encryptionInTransit.inCluster",
    ],
  },
  checks: {
    "aws:msk/cluster:Cluster": check<aws.msk.ClusterArgs>((cluster) => {
      const transit = cluster.at("encryptionInfo").at("encryptionInTransit");
      // Left out both are as they should be.
      return [...mustIfSet(transit.at("clientBroker"), isOneOf(["TLS"])), ...must(transit.at("inCluster"), isNotFalse)];
    }),
  },
};
