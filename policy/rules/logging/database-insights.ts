import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Databases measure their queries. Azure's and CloudNativePG's do so by parameters. */
export const rule: Rule = {
  id: "logging-database-insights",
  title: "Databases measure which queries load them.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.16"], "SOC 2": ["CC7.2"] },
  why: "Of a database under load only the load is seen, and not the query that makes it.",
  fix: "Set performanceInsightsEnabled: true; on Google Cloud insightsConfig: { queryInsightsEnabled: true }.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["performanceInsightsEnabled"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["settings.insightsConfig.queryInsightsEnabled"],
  },
  levels: { dev: "disabled", staging: "advisory" },
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      must(instance.at("performanceInsightsEnabled"), isTrue),
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance) =>
      must(instance.at("settings").at("insightsConfig").at("queryInsightsEnabled"), isTrue),
    ),
  },
};
