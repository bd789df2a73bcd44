import type { StackFixtures } from "../../core/fixture";

const fix =
  "Add a LogDeliverySource of the distribution; on Azure a DiagnosticSetting of the profile with FrontDoorAccessLog.";
const distribution = "aws:cloudfront/distribution:Distribution";
const source = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const profile = "azure-native:cdn:Profile";
const diagnostic = (log: object) => ({ resourceUri: "/profiles/shop", logs: [{ ...log, enabled: true }] });

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "with logs",
      resources: [
        { name: "cdn", type: distribution, properties: {} },
        {
          name: "source",
          type: source,
          properties: { resourceArn: "arn:cdn", logType: "ACCESS_LOGS" },
          uses: { resourceArn: "cdn" },
        },
        { name: "profile", type: profile, properties: {} },
        {
          name: "setting",
          type: "azure-native:monitor:DiagnosticSetting",
          properties: diagnostic({ category: "FrontDoorAccessLog" }),
          uses: { resourceUri: "profile" },
        },
      ],
      messages: {},
    },
    {
      name: "with logs of the older kind, and with all logs",
      resources: [
        { name: "cdn", type: distribution, properties: { loggingConfig: { bucket: "logs.s3.amazonaws.com" } } },
        { name: "profile", type: profile, properties: {} },
        {
          name: "setting",
          type: "azure-native:insights/v20210501preview:DiagnosticSetting",
          properties: diagnostic({ categoryGroup: "allLogs" }),
          uses: { resourceUri: "profile" },
        },
      ],
      messages: {},
    },
    {
      name: "without",
      resources: [
        { name: "cdn", type: distribution, properties: {} },
        { name: "profile", type: profile, properties: {} },
        {
          name: "setting",
          type: "azure-native:monitor:DiagnosticSetting",
          properties: diagnostic({ category: "FrontDoorHealthProbeLog" }),
          uses: { resourceUri: "profile" },
        },
      ],
      messages: {
        cdn: [`loggingConfig is not set, and no delivery of access logs; required: either. ${fix}`],
        profile: [
          `diagnostic setting is not there, or without FrontDoorAccessLog; required: one with it enabled. ${fix}`,
        ],
      },
    },
  ],
};
