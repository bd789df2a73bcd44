import type * as aws from "@pulumi/aws";
import { check, type Rule } from "../../core/rule";

/** ECS clusters measure their tasks. */
export const rule: Rule = {
  id: "logging-cluster-insights",
  title: "ECS clusters measure their tasks.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.16"], "SOC 2": ["CC7.2"] },
  why: "A task that runs out of memory is replaced in silence.",
  fix: 'Set settings: [{ name: "containerInsights", value: "enabled" }].',
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html",
  breaksBy: {
    "aws:ecs/cluster:Cluster": ["settings[].name", "settings[].value"],
  },
  levels: { dev: "disabled", staging: "advisory" },
  checks: {
    "aws:ecs/cluster:Cluster": check<aws.ecs.ClusterArgs>((cluster) => {
      const settings = cluster.at("settings");
      if (!settings.known) return [];
      const own = settings.items().filter((setting) => setting.at("name").mayBe("containerInsights"));
      const [value] = own.map((setting) => setting.at("value"));
      if (value === undefined) return [{ path: "settings", found: settings.shown(), required: "containerInsights" }];
      return !value.known || ["enabled", "enhanced"].includes(value.text() ?? "")
        ? []
        : [{ path: value.path, found: value.shown(), required: "one of enabled, enhanced" }];
    }),
  },
};
