import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Context } from "../../core/context";
import { type Finding, isAtLeast, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";
import type { View } from "../../core/view";

const minimumDays = countSetting("minimumDays", "Days that logs are kept at least.", { dev: 7, staging: 14, prod: 90 });

function kept(value: View, context: Context): Finding[] {
  return must(value, isAtLeast(context.get(minimumDays), "days"));
}

/** Logs are kept long enough, and for a time that somebody chose. */
export const rule: Rule = {
  id: "logging-retention",
  title: "Logs are kept long enough, and not for ever.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"], "PCI DSS 4.0": ["10.5.1"] },
  why: "An intrusion is noticed weeks later, when short logs are gone; logs without an end keep personal data and cost more each day.",
  fix: "Set the retention in days.",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  breaksBy: {
    "aws:cloudwatch/logGroup:LogGroup": ["logGroupClass", "retentionInDays"],
    "gcp:logging/projectBucketConfig:ProjectBucketConfig": ["retentionDays"],
    "azure-native:operationalinsights:Workspace": ["retentionInDays"],
  },
  settings: [minimumDays],
  checks: {
    "aws:cloudwatch/logGroup:LogGroup": check<aws.cloudwatch.LogGroupArgs>((group, context) =>
      // A group of this class keeps logs for a day, which can't be changed.
      group.at("logGroupClass").mayBe("DELIVERY") ? [] : kept(group.at("retentionInDays"), context),
    ),
    "gcp:logging/projectBucketConfig:ProjectBucketConfig": check<gcp.logging.ProjectBucketConfigArgs>(
      (bucket, context) => kept(bucket.at("retentionDays"), context),
    ),
    "azure-native:operationalinsights:Workspace": check<azure.operationalinsights.WorkspaceArgs>((workspace, context) =>
      kept(workspace.at("retentionInDays"), context),
    ),
  },
};
