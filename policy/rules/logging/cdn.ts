import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import { check, type Rule } from "../../core/rule";

const delivery = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const diagnostic = "azure-native:monitor:DiagnosticSetting";

/** Content delivery logs requests. Google Cloud's is a backend service: see `logging-load-balancer`. */
export const rule: Rule = {
  id: "logging-cdn",
  title: "Content delivery logs requests.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"], "PCI DSS 4.0": ["10.2.1"] },
  why: "What reaches the application from outside is known only here: behind it all requests come from the network's edge.",
  fix: "Add a LogDeliverySource of the distribution; on Azure a DiagnosticSetting of the profile with FrontDoorAccessLog.",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html",
  breaksBy: {
    "aws:cloudfront/distribution:Distribution": ["loggingConfig.bucket"],
    "azure-native:cdn:Profile": [],
    "aws:cloudwatch/logDeliverySource:LogDeliverySource": ["logType", "resourceArn"],
    "azure-native:monitor:DiagnosticSetting": [
      "logs[].category",
      "logs[].categoryGroup",
      "logs[].enabled",
      "resourceUri",
    ],
  },
  levels: { dev: "disabled" },
  companions: [delivery, diagnostic],
  checks: {
    "aws:cloudfront/distribution:Distribution": check<aws.cloudfront.DistributionArgs>((distribution, context) => {
      const logging = distribution.at("loggingConfig").at("bucket");
      const sources = context.companions<aws.cloudwatch.LogDeliverySourceArgs>(delivery, "resourceArn");
      const own = sources.some(({ properties }) => properties.at("logType").mayBe("ACCESS_LOGS"));
      return own || !logging.known || logging.text() !== undefined
        ? []
        : [{ path: "loggingConfig", found: "not set, and no delivery of access logs", required: "either" }];
    }),
    "azure-native:cdn:Profile": check<azure.cdn.ProfileArgs>((_profile, context) => {
      const settings = context.companions<azure.monitor.DiagnosticSettingArgs>(diagnostic, "resourceUri");
      const logs = settings.some(({ properties }) => {
        const list = properties.at("logs");
        return (
          !list.known ||
          list
            .items()
            .some(
              (log) =>
                log.at("enabled").mayBe(true) &&
                (log.at("category").mayBe("FrontDoorAccessLog") || log.at("categoryGroup").mayBe("allLogs")),
            )
        );
      });
      return logs
        ? []
        : [
            {
              path: "diagnostic setting",
              found: "not there, or without FrontDoorAccessLog",
              required: "one with it enabled",
            },
          ];
    }),
  },
};
