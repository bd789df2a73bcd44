import type * as aws from "@pulumi/aws";
import { hasItems, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const exported = { ...hasItems, words: 'the logs of its engine, for example ["postgresql"]' };

/** Databases hand their logs on. Cloud SQL, Azure and CloudNativePG do so by themselves. */
export const rule: Rule = {
  id: "logging-database",
  title: "Databases hand their logs on.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"], HIPAA: ["164.312(b)"], "PCI DSS 4.0": ["10.2.1"] },
  why: "The log on the server goes with it, and whoever broke in can change it there.",
  fix: "Set enabledCloudwatchLogsExports.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["enabledCloudwatchLogsExports", "replicateSourceDb"],
    "aws:rds/cluster:Cluster": ["enabledCloudwatchLogsExports"],
    "aws:docdb/cluster:Cluster": ["enabledCloudwatchLogsExports"],
    "aws:neptune/cluster:Cluster": ["enableCloudwatchLogsExports"],
  },
  levels: { dev: "disabled" },
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      // A replica logs what its source is told to log; what it runs itself is reads.
      instance.at("replicateSourceDb").isSet ? [] : must(instance.at("enabledCloudwatchLogsExports"), exported),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((cluster) =>
      must(cluster.at("enabledCloudwatchLogsExports"), exported),
    ),
    "aws:docdb/cluster:Cluster": check<aws.docdb.ClusterArgs>((cluster) =>
      must(cluster.at("enabledCloudwatchLogsExports"), exported),
    ),
    "aws:neptune/cluster:Cluster": check<aws.neptune.ClusterArgs>((cluster) =>
      must(cluster.at("enableCloudwatchLogsExports"), exported),
    ),
  },
};
